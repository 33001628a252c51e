import { memberFeatures } from './member-features';
import { lines, lots, members, points, products, receipts, stores, type Table } from './tables';

/** A view with a stable name and columns, for tools that read with SQL. It only ever gains columns. */
export interface BiView {
  readonly name: string;
  readonly description: string;
  readonly of: Table;
  /** Facts have months; snapshots are told as they are now. */
  readonly hasMonths: boolean;
  readonly columns: readonly BiColumn[];
}

export interface BiColumn {
  readonly name: string;
  /** In the common subset, over a row `f`. */
  readonly sql: string;
  readonly description: string;
}

type Described = readonly [name: string, description: string, sql?: string];
const columns = (...described: readonly Described[]): BiColumn[] =>
  described.map(([name, description, sql]) => ({ name, description, sql: sql ?? `f.${name}` }));

const MEMBER: Described = ['member_id', 'UUID; null for nobody known.', 'if(f.identified, f.member_id, NULL)'];
const WHEN: readonly Described[] = [
  ['business_day', 'Day by the clock of the store.'],
  ['business_hour', 'Hour by the clock of the store, 0 to 23.'],
  ['occurred_at', 'UTC.'],
];
const RETURNS = 'negative on returns';
const POINTS: readonly Described[] = [
  ['points_spent_minor', 'Points that paid, in hundredths.'],
  ['points_earned_minor', 'Points earned, in hundredths.'],
];

/** Amounts are in minor units (hundredths), quantities in thousandths; unknown text is ''. Nobody's name or contact is in them. */
export const BI_VIEWS: readonly BiView[] = [
  {
    name: 'bi_receipts',
    description: 'A row for each receipt: sales and returns.',
    of: receipts,
    hasMonths: true,
    columns: columns(
      ['receipt_id', 'Id of the purchase or of the return.'],
      ['kind', 'SALE or RETURN.'],
      ['original_receipt_id', 'Of a return: the sale it takes from.'],
      ['store_id', 'External id of the store.'],
      ['till_id', 'The till.'],
      ['cashier_id', 'The cashier.'],
      MEMBER,
      ...WHEN,
      ['recorded_at', 'When it was booked, UTC.'],
      ['channel', 'Where it was sold.'],
      ['tender', 'The tender that paid most.'],
      ['legal_entity', 'Whose sale it is.'],
      ['line_count', 'Lines.'],
      ['quantity_milli', `Pieces, in thousandths; ${RETURNS}.`],
      ['total_minor', `Before discounts; ${RETURNS}.`],
      ['discount_minor', `Discounts; ${RETURNS}.`],
      ['payable_minor', `Paid in money; ${RETURNS}.`],
      ...POINTS,
      ['cost_minor', 'Cost of the lines whose cost is known.'],
      ['costed_minor', 'What those lines were sold for.'],
      ['promo_minor', 'What lines with a promotion were sold for.'],
    ),
  },
  {
    name: 'bi_lines',
    description: 'A row for each line of a receipt.',
    of: lines,
    hasMonths: true,
    columns: columns(
      ['receipt_id', 'Its receipt.'],
      ['line_no', 'Its number on it.'],
      ['kind', 'SALE or RETURN.'],
      ['original_receipt_id', 'Of a return: the sale it takes from.'],
      ['store_id', 'External id of the store.'],
      MEMBER,
      ...WHEN,
      ['sku', 'The goods.'],
      ['category_path', 'Category as of the sale, names from the top joined by " > ".'],
      ['brand', 'Brand as of the sale.'],
      ['quantity_milli', `Pieces, in thousandths; ${RETURNS}.`],
      ['discount_minor', `Discounts; ${RETURNS}.`],
      ['amount_minor', `Paid in money; ${RETURNS}.`],
      ['cost_minor', 'Cost; null when it is not known.'],
      ...POINTS,
      ['promotion_ids', 'Promotions that had a part in it, a list.'],
    ),
  },
  {
    name: 'bi_points',
    description: 'A row for each movement of points.',
    of: points,
    hasMonths: true,
    columns: columns(
      ['movement_id', 'Its id.'],
      ['kind', 'EARNED, SPENT, EARNED_BACK, SPENT_BACK, EXPIRED, CROSSED or the reason of a grant or deduction.'],
      ['receipt_id', 'Its receipt; empty for what no receipt moved.'],
      ['store_id', 'External id of the store; empty for what no store moved.'],
      ['member_id', 'UUID.'],
      ...WHEN,
      ['amount_minor', 'Points, in hundredths.'],
      ['legal_entity', 'Whose liability it is.'],
      ['promotion_id', 'Of points earned: the promotion that gave them; empty when the programme did.'],
    ),
  },
  {
    name: 'bi_members',
    description: 'A row for each member as of now, without name, contacts and day of birth.',
    of: members,
    hasMonths: false,
    columns: columns(
      ['member_id', 'UUID.'],
      ['status', 'ACTIVE, BLOCKED or CLOSED.'],
      ['gender', 'FEMALE, MALE or UNKNOWN.'],
      ['birth_year', 'Null when it is not known.', 'year(f.birth_date)'],
      ['city', 'City.'],
      ['home_store_id', 'External id of the home store.'],
      ['language', 'Language for messages.'],
      ['channel', 'Where the member joined.'],
      ['registered_at', 'When the member joined, UTC.'],
      ['consent_sms', 'Agreed to messages by SMS.'],
      ['consent_email', 'Agreed to messages by e-mail.'],
      ['consent_push', 'Agreed to push messages.'],
      ['phone_known', 'A phone is known.'],
      ['email_known', 'An e-mail is known.'],
      ['card_count', 'Cards in force.'],
    ),
  },
  {
    name: 'bi_member_features',
    description:
      'What each member’s purchases come to, of purchases that stand: a sale that came back counts as if never bought.',
    of: memberFeatures,
    hasMonths: false,
    columns: columns(
      ['member_id', 'UUID.'],
      ['purchases', 'Purchases that stand.'],
      ['revenue_minor', 'Paid in money, less what came back.'],
      ['discount_minor', 'Discounts.'],
      ['quantity_milli', 'Pieces, in thousandths.'],
      ['margin_minor', 'Revenue less cost of the goods whose cost is known.'],
      ['costed_minor', 'Revenue of those goods.'],
      ['promo_minor', 'Revenue of goods on promotion.'],
      ...POINTS,
      ['first_day', 'Day of the first purchase.'],
      ['last_day', 'Day of the last purchase.'],
      ['shopping_days', 'Days with purchases.'],
      ['stores', 'Stores bought at.'],
      ['favourite_store_id', 'Store of most purchases.'],
    ),
  },
  {
    name: 'bi_lots',
    description: 'Points with their dates as of now.',
    of: lots,
    hasMonths: false,
    columns: columns(
      ['lot_id', 'UUID.'],
      ['member_id', 'UUID.'],
      ['status', 'State of the lot.'],
      ['left_minor', 'Points left, in hundredths.'],
      ['activates_at', 'Can be spent from then on, UTC.'],
      ['expires_at', 'Can be spent until then, UTC; null for ever.'],
      ['source', 'What it came of.'],
      ['legal_entity', 'Whose liability it is.'],
    ),
  },
  {
    name: 'bi_stores',
    description: 'Stores as of now.',
    of: stores,
    hasMonths: false,
    columns: columns(
      ['store_id', 'External id.'],
      ['name', 'Name.'],
      ['city', 'City.'],
      ['brand', 'Brand of a store of one brand.'],
      ['banner', 'Banner.'],
      ['format', 'Format.'],
      ['legal_entity', 'Who keeps it.'],
      ['opened_on', 'Day of opening; null when it is not known.'],
      ['closed_on', 'Day of closing; null while it is open.'],
      ['time_zone', 'Its clock.'],
    ),
  },
  {
    name: 'bi_products',
    description: 'Products as of now.',
    of: products,
    hasMonths: false,
    columns: columns(
      ['sku', 'SKU.'],
      ['name', 'Name.'],
      ['category_path', 'Category, names from the top joined by " > ".'],
      ['brand', 'Brand.'],
    ),
  },
];

/** How a view is made; `rows` says how its engine reads the rows that count of a table. */
export function createView({ name, of, columns: all }: BiView, rows: (table: string) => string): string {
  const listed = all.map(({ name: column, sql }) => `${sql} AS ${column}`).join(', ');
  return `CREATE OR REPLACE VIEW ${name} AS SELECT ${listed} FROM ${rows(of.name)}`;
}
