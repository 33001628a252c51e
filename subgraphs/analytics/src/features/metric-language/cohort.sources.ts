import type { Asked, Grain } from './metric';

const HOUR_MS = 3_600_000;

/** The value before or after, of the same member; 0 when there is none. */
export const near = (column: string, side: 'PRECEDING' | 'FOLLOWING'): string =>
  `ifNull(min(${column}) OVER (PARTITION BY member_id ORDER BY ${column} ROWS BETWEEN 1 ${side} AND 1 ${side}), 0)`;

/** First day of the bucket of a day. */
export function bucketStart(grain: Grain, day: string): string {
  return grain === 'MONTH' ? `toStartOfMonth(${day})` : grain === 'WEEK' ? `toMonday(${day})` : day;
}

const SALES = `SELECT member_id, toUnixTimestamp64Milli(occurred_at) AS at_ms, receipt_id, business_day, business_hour, store_id
  FROM member_receipts WHERE kind = 'SALE'`;

/** Sales of members, each with how many hours after the one before; −1 when it was the first. */
export const visitsTable = `(SELECT member_id, fromUnixTimestamp64Milli(at_ms) AS occurred_at, business_day, business_hour, store_id,
    if(before_ms = 0, -1, intDiv(at_ms - before_ms, ${HOUR_MS})) AS since_hours
  FROM (SELECT member_id, at_ms, business_day, business_hour, store_id, ifNull(min(at_ms) OVER
    (PARTITION BY member_id ORDER BY at_ms, receipt_id ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING), 0) AS before_ms FROM (${SALES}) AS s) AS v)`;

/** First sales of members, each with how many hours later the second one came; −1 when it did not yet. */
export const newcomersTable = `(SELECT member_id, fromUnixTimestamp64Milli(at_ms) AS occurred_at, business_day, business_hour, store_id,
    if(after_ms = 0, -1, intDiv(after_ms - at_ms, ${HOUR_MS})) AS until_hours
  FROM (SELECT member_id, at_ms, business_day, business_hour, store_id,
      ifNull(min(at_ms) OVER (PARTITION BY member_id ORDER BY at_ms, receipt_id ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING), 0) AS after_ms,
      row_number() OVER (PARTITION BY member_id ORDER BY at_ms, receipt_id) AS place FROM (${SALES}) AS s) AS v WHERE v.place = 1)`;

/** Members, each with how many hours after joining they first bought; −1 when they did not yet. */
export const joinersTable = `(SELECT p.*, if(ifNull(v.first_ms, 0) = 0, -1,
      intDiv(greatest(v.first_ms - toUnixTimestamp64Milli(p.registered_at), 0), ${HOUR_MS})) AS until_hours
  FROM members AS p LEFT JOIN (SELECT member_id, min(at_ms) AS first_ms FROM (${SALES}) AS s GROUP BY member_id) AS v
    ON v.member_id = p.member_id)`;

/** Members that bought in the period or in a bucket of it: how often, for how much, in how many stores, and their place by sum. */
export function habitsTable({ from, to, grain, lastDay, bind }: Asked): string {
  const at = (instant: Date): string => `fromUnixTimestamp64Milli(${bind('Int64', instant.getTime())})`;
  const start = grain === null ? `toDate(${bind('String', lastDay)})` : bucketStart(grain, 'business_day');
  return `(SELECT member_id, start AS business_day, 0 AS business_hour, purchases, spent, days, shops,
      row_number() OVER (PARTITION BY start ORDER BY spent DESC, member_id) AS place, count() OVER (PARTITION BY start) AS among
    FROM (SELECT member_id, ${start} AS start, count() AS purchases, sum(payable_minor) AS spent,
        uniqExact(business_day) AS days, uniqExact(store_id) AS shops
      FROM member_receipts WHERE kind = 'SALE' AND occurred_at >= ${at(from)} AND occurred_at < ${at(to)} GROUP BY member_id, start) AS h)`;
}

/** What takes points away, and what brings them; by hand either. */
const TAKES = "(kind IN ('SPENT', 'EXPIRED', 'EARNED_BACK') AND amount_minor > 0) OR amount_minor < 0";
/** Days after the issue within which it is looked at what became of points. */
export const ISSUE_DAYS = [30, 90, 180] as const;

/**
 * Points earned and granted, each with what has become of it by now: what leaves an account is taken from what came
 * first. On a line where everything that came lies end to end, and everything that left does, too, what left took from what it lies over.
 */
export function issuesTable({ from, to, bind }: Asked): string {
  // A day more on both sides: stores have clocks of their own, and the question narrows it.
  const at = (instant: Date, days: number): string =>
    `fromUnixTimestamp64Milli(${bind('Int64', instant.getTime() + days * 24 * HOUR_MS)})`;
  const line = (
    only: string,
  ): string => `SELECT *, ends - width AS begins FROM (SELECT movement_id, member_id, legal_entity, store_id,
      kind, occurred_at, business_day, business_hour, toInt64(abs(amount_minor)) AS width,
      toInt64(sum(abs(amount_minor)) OVER (PARTITION BY member_id ORDER BY occurred_at, movement_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS ends FROM points WHERE kind NOT IN ('ACTIVATED', 'CROSSED') AND ${only}) AS p`;
  const issued = `SELECT * FROM (${line(`NOT (${TAKES})`)}) AS i
    WHERE i.kind IN ('EARNED', 'GRANT') AND i.occurred_at >= ${at(from, -1)} AND i.occurred_at < ${at(to, 1)}`;
  const hours = `intDiv(toUnixTimestamp64Milli(o.occurred_at) - toUnixTimestamp64Milli(i.occurred_at), ${HOUR_MS})`;
  const taken = `SELECT i.movement_id AS movement_id, o.kind AS kind, ${hours} AS hours,
      least(i.ends, o.ends) - greatest(i.begins, o.begins) AS part
    FROM (${issued}) AS i INNER JOIN (${line(`(${TAKES})`)}) AS o ON o.member_id = i.member_id
    WHERE o.begins < i.ends AND o.ends > i.begins`;
  const within = ISSUE_DAYS.map(
    (days) => `sumIf(part, kind = 'SPENT' AND hours < ${days * 24}) AS redeemed_${days}`,
  ).join(', ');
  const names = ['taken', 'redeemed', 'expired', 'spent_hours', ...ISSUE_DAYS.map((days) => `redeemed_${days}`)];
  return `(SELECT i.*, i.width AS issued, ${names.map((name) => `ifNull(t.${name}, 0) AS ${name}`).join(', ')} FROM (${issued}) AS i
    LEFT JOIN (SELECT movement_id, sum(part) AS taken, sumIf(part, kind = 'SPENT') AS redeemed, sumIf(part, kind = 'EXPIRED') AS expired,
      sumIf(part * hours, kind = 'SPENT') AS spent_hours, ${within} FROM (${taken}) AS u GROUP BY movement_id) AS t
      ON t.movement_id = i.movement_id)`;
}
