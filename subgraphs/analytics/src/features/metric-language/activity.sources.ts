import { bucketStart, near } from './cohort.sources';
import type { Asked, Grain } from './metric';

const DAY_MS = 86_400_000;

/**
 * Members that become active (delta 1) by a sale and stop being so (delta −1) when the days are over without another
 * one; `ever` is 1 at the first sale of all, `joined` when they joined. Sums over them up to a moment are levels at that moment.
 */
export function activityTable(days: number): string {
  const ms = days * DAY_MS;
  const sales = `SELECT member_id, toUnixTimestamp64Milli(occurred_at) AS at_ms, min(business_day) AS on_day,
    min(business_hour) AS at_hour FROM member_receipts WHERE kind = 'SALE' GROUP BY member_id, at_ms`;
  const came = `SELECT member_id, at_ms, on_day, at_hour,
    ${near('at_ms', 'PRECEDING')} AS before_ms, ${near('at_ms', 'FOLLOWING')} AS after_ms FROM (${sales}) AS sales`;
  return `(SELECT member_id, fromUnixTimestamp64Milli(at_ms) AS occurred_at, on_day AS business_day, at_hour AS business_hour,
      if(before_ms + ${ms} < at_ms, 1, 0) AS delta, if(before_ms = 0, 1, 0) AS ever, 0 AS joined FROM (${came}) AS came
    UNION ALL SELECT member_id, fromUnixTimestamp64Milli(at_ms + ${ms}) AS occurred_at, toDate(on_day + ${days}) AS business_day,
      at_hour AS business_hour, -1 AS delta, 0 AS ever, 0 AS joined FROM (${came}) AS went WHERE after_ms = 0 OR after_ms > at_ms + ${ms}
    UNION ALL SELECT member_id, registered_at AS occurred_at, business_day, business_hour, 0 AS delta, 0 AS ever, 1 AS joined FROM members)`;
}

/**
 * What became of members from one period to the next: NEW bought for the first time ever, STABLE in both periods,
 * RETURNED not in the one before but earlier, CHURNED only in the one before. Without a grain the one before is as long
 * as the period asked for; with one it is the bucket before.
 */
export function turnoverTable(asked: Asked): string {
  return asked.grain === null ? betweenPeriods(asked) : betweenBuckets(asked, asked.grain);
}

function betweenPeriods({ from, to, lastDay, bind }: Asked): string {
  const at = (ms: number): string => `fromUnixTimestamp64Milli(${bind('Int64', ms)})`;
  const [start, end] = [from.getTime(), to.getTime()];
  const before = at(start - (end - start));
  return `(SELECT v.member_id AS member_id, toDate(${bind('String', lastDay)}) AS business_day, 0 AS business_hour,
      CASE WHEN v.inside = 0 THEN 'CHURNED' WHEN v.just_before > 0 THEN 'STABLE' WHEN v.earlier > 0 THEN 'RETURNED' ELSE 'NEW' END AS kind
    FROM (SELECT member_id, countIf(occurred_at >= ${at(start)}) AS inside,
        countIf(occurred_at >= ${before} AND occurred_at < ${at(start)}) AS just_before, countIf(occurred_at < ${before}) AS earlier
      FROM member_receipts WHERE kind = 'SALE' AND occurred_at < ${at(end)} GROUP BY member_id) AS v
    WHERE v.inside > 0 OR v.just_before > 0)`;
}

/** Buckets are numbered, so that the next one is one more. */
const bucketNumber = (grain: Grain, day: string): string =>
  `toInt64(dateDiff('${grain.toLowerCase()}', toDate('1970-01-05'), ${bucketStart(grain, day)}) + 2)`;

function betweenBuckets({ to, firstDay, lastDay, bind }: Asked, grain: Grain): string {
  const first = bucketStart(grain, `toDate(${bind('String', firstDay)})`);
  const visits = `SELECT member_id, ${bucketStart(grain, 'business_day')} AS start, ${bucketNumber(grain, 'business_day')} AS n FROM member_receipts
    WHERE kind = 'SALE' AND occurred_at < fromUnixTimestamp64Milli(${bind('Int64', to.getTime())}) GROUP BY member_id, start, n`;
  const steps = `SELECT member_id, start, n, ${near('n', 'PRECEDING')} AS before, ${near('n', 'FOLLOWING')} AS after FROM (${visits}) AS v`;
  return `(SELECT * FROM (SELECT member_id, start AS business_day, 0 AS business_hour,
        CASE WHEN before = 0 THEN 'NEW' WHEN before = n - 1 THEN 'STABLE' ELSE 'RETURNED' END AS kind FROM (${steps}) AS came
      UNION ALL SELECT member_id, toDate(start + INTERVAL 1 ${grain}) AS business_day, 0 AS business_hour, 'CHURNED' AS kind
        FROM (${steps}) AS went WHERE after <> n + 1) AS u
    WHERE u.business_day >= ${first} AND u.business_day <= toDate(${bind('String', lastDay)}))`;
}
