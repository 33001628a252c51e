import { columnName, lines, receipts, sale, table, type Table } from './tables';

/** A table that is made of facts and says nothing new: it is appended with them and can be made anew from them. */
export interface DerivedTable extends Table {
  readonly from: Table;
  /** Rows of `from` that have a part in it; all when absent. */
  readonly only?: string;
  /** A list of `from`: each of its words makes a row of its own, in the column `as`. */
  readonly each?: { readonly list: string; readonly as: string };
  /** How a column is computed where it is not the column of the same name; `f` is the row of `from`. */
  readonly computed: Readonly<Record<string, string>>;
}

/** When, where, of whom and what: the columns that receipts and lines of members share. */
const event = {
  memberId: 'uuid',
  businessDay: 'day',
  businessHour: 'int',
  occurredAt: 'instant',
  receiptId: 'text',
  kind: 'word',
  originalReceiptId: 'text',
  storeId: 'word',
  ...sale,
} as const;

/**
 * Receipts that name a member, kept in the order of members: whatever is asked of one member reads few rows. A sale stands until as
 * much came back as was sold; that is known once features are made (standing-sales.ts).
 */
export const memberReceipts: DerivedTable = {
  ...table({
    name: 'member_receipts',
    keep: 'FIRST',
    key: ['memberId', 'businessDay', 'receiptId'],
    columns: {
      ...event,
      payableMinor: 'long',
      discountMinor: 'long',
      pointsSpentMinor: 'long',
      pointsEarnedMinor: 'long',
      lineCount: 'int',
      quantityMilli: 'long',
      costMinor: 'long',
      costedMinor: 'long',
      promoMinor: 'long',
      stands: 'flag',
    },
  }),
  from: receipts,
  only: 'f.identified',
  computed: { stands: "f.kind = 'SALE'" },
};

/** Lines of receipts that name a member, kept in the order of members. */
export const memberLines: DerivedTable = {
  ...table({
    name: 'member_lines',
    keep: 'FIRST',
    key: ['memberId', 'businessDay', 'receiptId', 'lineNo'],
    columns: {
      ...event,
      lineNo: 'int',
      sku: 'word',
      categoryPath: 'word',
      brand: 'word',
      quantityMilli: 'long',
      amountMinor: 'long',
      discountMinor: 'long',
      costMinor: 'longOrNull',
      promo: 'flag',
    },
  }),
  from: lines,
  only: 'f.identified',
  computed: {},
};

const summed = (...fields: string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, `sum(f.${columnName(field)})`]));

/**
 * The square of what a receipt `f` came to, in whole currency: in minor units it would be too large to add up. One beyond thirty million
 * counts as thirty million, for a receipt must not keep its batch out of the store.
 */
export const PAYABLE_SQUARE = 'toInt64(least(round((f.payable_minor / 100.0) * (f.payable_minor / 100.0)), 1e15))';

export const salesByHour: DerivedTable = {
  ...table({
    name: 'sales_by_hour',
    keep: 'SUM',
    key: ['businessDay', 'businessHour', 'storeId', 'identified', 'kind'],
    columns: {
      businessDay: 'day',
      businessHour: 'int',
      storeId: 'word',
      identified: 'flag',
      kind: 'word',
      receipts: 'long',
      payableMinor: 'long',
      discountMinor: 'long',
      pointsSpentMinor: 'long',
      pointsEarnedMinor: 'long',
      lineCount: 'long',
      quantityMilli: 'long',
      costMinor: 'long',
      costedMinor: 'long',
      promoMinor: 'long',
      /** Sum of squares of what receipts came to, in whole currency: how they scatter. */
      payableSquares: 'long',
    },
  }),
  from: receipts,
  computed: {
    receipts: 'count()',
    ...summed('payableMinor', 'discountMinor', 'pointsSpentMinor', 'pointsEarnedMinor', 'lineCount'),
    ...summed('quantityMilli', 'costMinor', 'costedMinor', 'promoMinor'),
    payableSquares: `toInt64(sum(${PAYABLE_SQUARE}))`,
  },
};

export const salesBySku: DerivedTable = {
  ...table({
    name: 'sales_by_sku',
    keep: 'SUM',
    key: ['businessDay', 'storeId', 'sku', 'categoryPath', 'brand', 'identified', 'kind'],
    columns: {
      businessDay: 'day',
      storeId: 'word',
      sku: 'word',
      categoryPath: 'word',
      brand: 'word',
      identified: 'flag',
      kind: 'word',
      receiptLines: 'long',
      quantityMilli: 'long',
      amountMinor: 'long',
      discountMinor: 'long',
      costMinor: 'long',
      costedMinor: 'long',
      promoMinor: 'long',
    },
  }),
  from: lines,
  computed: {
    receiptLines: 'count()',
    ...summed('quantityMilli', 'amountMinor', 'discountMinor'),
    costMinor: 'sum(ifNull(f.cost_minor, 0))',
    costedMinor: 'sumIf(f.amount_minor, f.cost_minor IS NOT NULL)',
    promoMinor: 'sumIf(f.amount_minor, f.promo)',
  },
};

/** What promotions had a part in, by who bought when and where: a line counts for each of its promotions. */
const salesByPromotion: DerivedTable = {
  ...table({
    name: 'sales_by_promotion',
    keep: 'SUM',
    key: ['businessDay', 'promotion', 'storeId', 'memberId', 'identified', 'kind', 'businessHour'],
    columns: {
      businessDay: 'day',
      promotion: 'word',
      storeId: 'word',
      memberId: 'uuid',
      identified: 'flag',
      kind: 'word',
      businessHour: 'int',
      receipts: 'long',
      receiptLines: 'long',
      quantityMilli: 'long',
      amountMinor: 'long',
      discountMinor: 'long',
    },
  }),
  from: lines,
  only: 'f.promo',
  each: { list: 'promotion_ids', as: 'promotion' },
  computed: {
    // All lines of a receipt come at once, so receipts of batches add up.
    receipts: 'uniqExact(f.receipt_id)',
    receiptLines: 'count()',
    ...summed('quantityMilli', 'amountMinor', 'discountMinor'),
  },
};

export const DERIVED: readonly DerivedTable[] = [
  memberReceipts,
  memberLines,
  salesByHour,
  salesBySku,
  salesByPromotion,
];

/** Tables whose goods are filled when a product becomes known after it was sold. */
export const WITH_GOODS: readonly Table[] = [lines, memberLines, salesBySku];

/** Rows of a derived table, from `source`, which has the columns of `from`; `where` narrows them. */
export function derivation(
  { key, columns, keep, computed, only, each }: DerivedTable,
  source: string,
  where = '',
): string {
  const selected = Object.keys(columns).map(
    (field) => `${computed[field] ?? `f.${columnName(field)}`} AS ${columnName(field)}`,
  );
  const test = [only, where].filter((condition) => condition).join(' AND ');
  const narrowed = test ? `${source} AS f WHERE ${test}` : `${source} AS f`;
  return [
    `SELECT ${selected.join(', ')} FROM`,
    each ? `(SELECT f.*, arrayJoin(f.${each.list}) AS ${each.as} FROM ${narrowed}) AS f` : narrowed,
    ...(keep === 'SUM' ? [`GROUP BY ${key.map((field) => `f.${columnName(field)}`).join(', ')}`] : []),
  ].join(' ');
}
