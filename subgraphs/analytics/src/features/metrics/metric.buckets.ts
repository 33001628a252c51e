import { DateTime, type DateTimeUnit } from 'luxon';
import type { Grain } from '../metric-language';

const UNITS = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month' } as const satisfies Record<Grain, DateTimeUnit>;
const KEY_FORMAT = "yyyy-MM-dd'T'HH";

/** A bucket by its beginning on the wall clock, e.g. "2024-02-29T23". Keys sort by time. */
export const bucketKey = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}`;

/**
 * Keys of the buckets that touch [from, to) in a zone; null when there are more than `countMax`. An hour that the
 * clock shows twice is one bucket, an hour it skips is none.
 */
export function bucketsBetween(from: Date, to: Date, grain: Grain, zone: string, countMax: number): string[] | null {
  const unit = UNITS[grain];
  const keys: string[] = [];
  let at = DateTime.fromJSDate(from, { zone }).startOf(unit);
  while (at.toMillis() < to.getTime()) {
    const key = at.toFormat(KEY_FORMAT);
    if (keys.at(-1) !== key) keys.push(key);
    if (keys.length > countMax) return null;
    at = at.plus({ [unit]: 1 }).startOf(unit);
  }
  return keys;
}

/** The instant at which a bucket begins in a zone; of an hour that the clock shows twice, the first. */
export function beginningOf(key: string, zone: string): Date {
  const at = DateTime.fromFormat(key, KEY_FORMAT, { zone });
  const hourBefore = at.minus({ hours: 1 });
  return (hourBefore.toFormat(KEY_FORMAT) === key ? hourBefore : at).toJSDate();
}

/** Beginnings of the buckets of many rows: each is worked out once. */
export function beginningsIn(zone: string): (key: string) => Date {
  const known = new Map<string, Date>();
  return (key) => {
    const beginning = known.get(key) ?? beginningOf(key, zone);
    known.set(key, beginning);
    return beginning;
  };
}
