import { bornBy } from '../segment-language';
import type { Asked } from './metric';

const FIRST_SALES = `SELECT argMin(receipt_id, (occurred_at, receipt_id)) FROM member_receipts WHERE kind = 'SALE' GROUP BY member_id`;

/** Receipts of members, each with whether it is the member's first purchase, or takes something back from it. */
export const purchasesTable = `(SELECT *, (receipt_id IN (${FIRST_SALES}) OR original_receipt_id IN (${FIRST_SALES})) AS is_first
  FROM receipts WHERE identified)`;

/** Lines once for every promotion that had a part in them. */
export const promotionsTable = '(SELECT *, arrayJoin(promotion_ids) AS promotion FROM lines WHERE promo)';

const instant = ({ bind }: Asked, at: Date): string => `fromUnixTimestamp64Milli(${bind('Int64', at.getTime())})`;

/** Lots with something left, each with where the period stands in its life. */
export function lotsTable(asked: Asked): string {
  const [from, to] = [instant(asked, asked.from), instant(asked, asked.to)];
  return `(SELECT lot_id, member_id, legal_entity, left_minor,
      activates_at >= ${to} AS pending, activates_at >= ${from} AND activates_at < ${to} AS activating,
      activates_at < ${to} AND (expires_at IS NULL OR expires_at >= ${to}) AS available,
      expires_at IS NOT NULL AND expires_at >= ${from} AND expires_at < ${to} AS expiring, expires_at IS NULL AS eternal
    FROM lots WHERE left_minor > 0 AND status IN ('PENDING', 'ACTIVE'))`;
}

/** Full years of children, both inside; of the columns `children_0_2` and so on. */
export const CHILDREN_AGES = [
  [0, 2],
  [3, 6],
  [7, 11],
  [12, 17],
] as const;

/** Members, each with how many children they told of; ages are of the last day of the period. */
export function familiesTable({ lastDay, bind }: Asked): string {
  const bornUntil = (age: number): string => `toDate32(${bind('String', bornBy(lastDay, age))})`;
  const ages = CHILDREN_AGES.map(
    ([youngest, oldest]) =>
      `countIf(birth_date <= ${bornUntil(youngest)} AND birth_date > ${bornUntil(oldest + 1)}) AS children_${youngest}_${oldest}`,
  );
  const counts = [
    'count() AS children',
    "countIf(gender = 'FEMALE') AS girls",
    "countIf(gender = 'MALE') AS boys",
    ...ages,
  ];
  const names = counts.map((count) => count.replace(/^.* AS /, ''));
  return `(SELECT p.*, ${names.map((name) => `ifNull(c.${name}, 0) AS ${name}`).join(', ')} FROM members AS p
    LEFT JOIN (SELECT member_id, ${counts.join(', ')} FROM children
      WHERE birth_date <= toDate32(${bind('String', lastDay)}) GROUP BY member_id) AS c ON c.member_id = p.member_id)`;
}
