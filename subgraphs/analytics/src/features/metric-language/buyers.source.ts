import { DateTime } from 'luxon';
import { salesByHour } from '../../store/derived-tables';
import { columnName } from '../../store/tables';
import { bucketStart } from './cohort.sources';
import type { Asked, Grain } from './metric';

/** Bits of a number that are never its sign. */
const BUCKETS_MAX = 62;
/** Weeks are numbered from here: not every engine knows days before 1970. */
const MONDAY = '1970-01-05';

/**
 * Sales by hour, and in rows of their own how many members bought in the days asked for, or in each bucket of
 * them. Days are those of the stores' clocks.
 */
export function buyersTable({ firstDay, lastDay, grain, bind }: Asked): string {
  const within = `business_day >= toDate(${bind('String', firstDay)}) AND business_day <= toDate(${bind('String', lastDay)})`;
  const bought = `FROM member_receipts WHERE kind = 'SALE' AND ${within}`;
  const columns = Object.keys(salesByHour.columns).map(columnName);
  const ofNobody = columns.map((column) => NEUTRAL[column] ?? '0');
  return `(SELECT ${columns.join(', ')}, 0 AS buyers FROM ${salesByHour.name} WHERE ${within}
    UNION ALL SELECT ${ofNobody.join(', ')}, v.buyers AS buyers FROM (${counted({ firstDay, lastDay, grain, bind }, bought)}) AS v)`;
}

/** What a row that counts buyers has where sales by hour have a key. */
const NEUTRAL: Readonly<Record<string, string>> = {
  business_day: 'v.day',
  store_id: "''",
  identified: 'false',
  kind: "''",
};

type Days = Pick<Asked, 'firstDay' | 'lastDay' | 'grain' | 'bind'>;

/**
 * Members are grouped once, in whose order the receipts lie, each with the buckets as bits of a number: a quarter of
 * what different pairs of member and bucket take.
 */
function counted({ firstDay, lastDay, grain, bind }: Days, bought: string): string {
  if (grain === null)
    return `SELECT toDate(${bind('String', lastDay)}) AS day, uniqExact(member_id) AS buyers ${bought}`;
  const starts = startsOf(grain, firstDay, lastDay);
  if (starts.length > BUCKETS_MAX)
    return `SELECT ${bucketStart(grain, 'business_day')} AS day, uniqExact(member_id) AS buyers ${bought} GROUP BY day`;
  const first = bind('String', firstDay);
  const place = (day: string): string => `(${numberOf(grain, day)} - ${numberOf(grain, `toDate(${first})`)})`;
  return `SELECT b.day AS day, sum(m.members) AS buyers
    FROM (SELECT o.mask AS mask, count() AS members FROM (SELECT member_id, groupBitOr(bitShiftLeft(toInt64(1), ${place('business_day')})) AS mask
      ${bought} GROUP BY member_id) AS o GROUP BY o.mask) AS m
    CROSS JOIN (SELECT toDate(d.start) AS day FROM (SELECT arrayJoin(${bind('Array(String)', starts)}) AS start) AS d) AS b
    WHERE bitTest(m.mask, ${place('b.day')}) = 1 GROUP BY b.day`;
}

/** Buckets in a row have numbers in a row. */
function numberOf(grain: Grain, day: string): string {
  if (grain === 'MONTH') return `(toInt64(toYear(${day})) * 12 + toMonth(${day}))`;
  const days = `dateDiff('day', toDate('${MONDAY}'), ${day})`;
  return grain === 'WEEK' ? `intDiv(toInt64(${days}), 7)` : `toInt64(${days})`;
}

/** First days of the buckets that the days lie in. */
function startsOf(grain: Grain, firstDay: string, lastDay: string): string[] {
  const unit = grain === 'MONTH' ? 'month' : grain === 'WEEK' ? 'week' : 'day';
  const found: string[] = [];
  const first = DateTime.fromISO(firstDay).startOf(unit);
  for (let at = first; at.toFormat('yyyy-MM-dd') <= lastDay; at = at.plus({ [unit]: 1 }))
    found.push(at.toFormat('yyyy-MM-dd'));
  return found;
}
