import { memberReceipts } from './derived-tables';
import { columnName, table } from './tables';

/** Whom a member is by what they bought: a row for each who has a purchase that stands. Clock-free. */
export const memberFeatures = table({
  name: 'member_features',
  keep: 'MADE',
  key: ['memberId'],
  columns: {
    memberId: 'uuid',
    purchases: 'long',
    revenueMinor: 'long',
    discountMinor: 'long',
    quantityMilli: 'long',
    lineCount: 'long',
    promoMinor: 'long',
    pointsEarnedMinor: 'long',
    pointsSpentMinor: 'long',
    marginMinor: 'long',
    costedMinor: 'long',
    firstDay: 'day',
    lastDay: 'day',
    lastAt: 'instant',
    shoppingDays: 'long',
    stores: 'long',
    favouriteStoreId: 'word',
  },
});

const SUMS = [
  ...['payable_minor', 'discount_minor', 'quantity_milli', 'promo_minor', 'points_earned_minor', 'points_spent_minor'],
  ...['cost_minor', 'costed_minor'],
];

/**
 * Features of the members that `scope` picks among member receipts `f`, those without a standing purchase included
 * (purchases = 0). A sale is undone when as much came back as was sold; it and its returns count for nothing. A return
 * of no sale of this member is taken off the sums. Of stores bought at equally often, the one visited last is the favourite.
 */
export function featuresOf(scope: string): string {
  const from = `FROM ${memberReceipts.name} AS f`;
  const each = (sql: (column: string) => string): string =>
    SUMS.map((column) => `${sql(column)} AS ${column}`).join(', ');
  return `WITH given_back AS (
    SELECT f.member_id AS member_id, f.original_receipt_id AS sale_id, ${each((column) => `sum(f.${column})`)}
    ${from} WHERE ${scope} AND f.kind = 'RETURN' AND f.original_receipt_id <> ''
    GROUP BY f.member_id, f.original_receipt_id),
  judged AS (
    SELECT f.member_id AS member_id, f.store_id AS store_id, f.business_day AS business_day, f.occurred_at AS occurred_at,
      f.line_count AS line_count, f.kind = 'SALE' AND NOT (${UNDONE}) AS stands,
      ${each((column) => `if(${UNDONE}, 0 - ifNull(g.${column}, 0), f.${column})`)}
    ${from} LEFT JOIN given_back AS g ON g.member_id = f.member_id AND g.sale_id = f.receipt_id WHERE ${scope}),
  favourites AS (
    SELECT v.member_id AS member_id, argMax(v.store_id, (v.visits, v.last_at, v.store_id)) AS favourite_store_id, count() AS stores
    FROM (SELECT j.member_id AS member_id, j.store_id AS store_id, count() AS visits, max(j.occurred_at) AS last_at
      FROM judged AS j WHERE j.stands GROUP BY j.member_id, j.store_id) AS v GROUP BY v.member_id),
  totals AS (
    SELECT j.member_id AS member_id, countIf(j.stands) AS purchases, ${each((column) => `sum(j.${column})`)},
      sumIf(j.line_count, j.stands) AS line_count, minIf(j.business_day, j.stands) AS first_day,
      maxIf(j.business_day, j.stands) AS last_day, maxIf(j.occurred_at, j.stands) AS last_at,
      uniqExactIf(j.business_day, j.stands) AS shopping_days
    FROM judged AS j GROUP BY j.member_id)
  SELECT ${FEATURES} FROM totals AS t LEFT JOIN favourites AS v ON v.member_id = t.member_id`;
}

const UNDONE = `f.kind = 'SALE' AND ifNull(g.quantity_milli, 0) < 0 AND f.quantity_milli + ifNull(g.quantity_milli, 0) <= 0`;

const COMPUTED: Readonly<Record<string, string>> = {
  revenueMinor: 't.payable_minor',
  marginMinor: 't.costed_minor - t.cost_minor',
  stores: 'v.stores',
  favouriteStoreId: 'v.favourite_store_id',
};
const FEATURES = Object.keys(memberFeatures.columns)
  .map((field) => `${COMPUTED[field] ?? `t.${columnName(field)}`} AS ${columnName(field)}`)
  .join(', ');
