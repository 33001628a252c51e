import DataLoader from 'dataloader';
import type { AnalyticsStore, Row } from '../../store/analytics-store';
import { binder } from '../../store/binder';
import type { BoughtItem, Purchase } from './behaviour.rules';

/** What a member bought: purchases and the goods in them, each less what came back. */
export interface Bought {
  readonly purchases: readonly Purchase[];
  readonly items: readonly BoughtItem[];
}

/** What members bought, by one question each for receipts and goods, however many members are asked for. */
export function boughtLoader(store: AnalyticsStore): DataLoader<string, Bought> {
  return new DataLoader(async (memberIds) => {
    const { bind, parameters } = binder();
    const among = bind('Array(UUID)', memberIds);
    const [receipts, lines] = await Promise.all([
      store.query({ sql: purchasesOf(among), parameters }),
      store.query({ sql: itemsOf(among), parameters }),
    ]);
    const [purchases, items] = [byMember(receipts, purchaseOf), byMember(lines, itemOf)];
    return memberIds.map((id) => ({ purchases: purchases.get(id) ?? [], items: items.get(id) ?? [] }));
  });
}

const PURCHASE = "if(f.original_receipt_id = '', f.receipt_id, f.original_receipt_id)";

/** Day, hour and store are those of the sale. */
const purchasesOf = (among: string): string => `
  SELECT f.member_id AS member_id, ${PURCHASE} AS purchase, toInt64(countIf(f.kind = 'SALE')) AS sales,
    max(if(f.kind = 'SALE', toString(f.sale_day), '')) AS sale_day, max(if(f.kind = 'SALE', f.sale_hour, 0)) AS sale_hour,
    max(if(f.kind = 'SALE', f.sale_store_id, '')) AS store_id, sum(f.payable_minor) AS payable_minor,
    sum(f.quantity_milli) AS quantity_milli, sum(f.discount_minor) AS discount_minor
  FROM member_receipts AS f WHERE f.member_id IN ${among} GROUP BY f.member_id, ${PURCHASE}`;

const itemsOf = (among: string): string => `
  SELECT i.*, ifNull(p.name, '') AS name FROM (
    SELECT f.member_id AS member_id, ${PURCHASE} AS purchase, f.sku AS sku, f.category_path AS category_path, f.brand AS brand,
      sum(f.quantity_milli) AS quantity_milli, sum(f.amount_minor) AS amount_minor,
      sumIf(f.quantity_milli, f.promo) AS promo_quantity_milli, sumIf(f.amount_minor, f.promo) AS promo_minor,
      sumIf(f.amount_minor - ifNull(f.cost_minor, 0), f.cost_minor IS NOT NULL) AS margin_minor
    FROM member_lines AS f WHERE f.member_id IN ${among}
    GROUP BY f.member_id, ${PURCHASE}, f.sku, f.category_path, f.brand) AS i
  LEFT JOIN products AS p ON p.sku = i.sku`;

function byMember<T>(rows: readonly Row[], read: (row: Row) => T): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const id = String(row['member_id']);
    const own = found.get(id);
    if (own) own.push(read(row));
    else found.set(id, [read(row)]);
  }
  return found;
}

const purchaseOf = (row: Row): Purchase => ({
  id: String(row['purchase']),
  day: String(row['sale_day']),
  hour: Number(row['sale_hour']),
  storeId: String(row['store_id']),
  payableMinor: Number(row['payable_minor']),
  quantityMilli: Number(row['quantity_milli']),
  discountMinor: Number(row['discount_minor']),
  stands: Number(row['sales']) > 0 && Number(row['quantity_milli']) > 0,
});

const itemOf = (row: Row): BoughtItem => ({
  purchaseId: String(row['purchase']),
  sku: String(row['sku']),
  name: String(row['name']),
  categoryPath: String(row['category_path']),
  brand: String(row['brand']),
  quantityMilli: Number(row['quantity_milli']),
  amountMinor: Number(row['amount_minor']),
  promoQuantityMilli: Number(row['promo_quantity_milli']),
  promoMinor: Number(row['promo_minor']),
  marginMinor: Number(row['margin_minor']),
});
