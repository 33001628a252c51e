import { DateTime, type DurationLikeObject } from 'luxon';
import type { Grain } from '../metrics';
import type { Days } from './report';

export type Comparison = 'PREVIOUS_PERIOD' | 'YEAR_BEFORE';

/** The days that a period is compared with. */
export function comparedDays(days: Days, comparison: Comparison): Days {
  return { from: comparedDay(days.from, days, comparison), to: comparedDay(days.to, days, comparison) };
}

/** The day that a day of the period is compared with; 29 February with the 28th. */
const comparedDay = (day: string, days: Days, comparison: Comparison): string =>
  plus(day, comparison === 'YEAR_BEFORE' ? { years: -1 } : { days: -countOf(days) });

/**
 * The bucket that a bucket of the period is compared with, by its first day: days and hours with the day that theirs is compared with,
 * weeks and months with those of the same place in the compared period.
 */
export function comparedBucket(first: string, grain: Grain, days: Days, comparison: Comparison): string {
  if (grain === 'HOUR' || grain === 'DAY') return comparedDay(first, days, comparison);
  const unit = grain === 'WEEK' ? 'weeks' : 'months';
  const beginning = (day: string): DateTime => at(day).startOf(unit === 'weeks' ? 'week' : 'month');
  const place = Math.round(at(first).diff(beginning(days.from), unit).as(unit));
  return beginning(comparedDays(days, comparison).from)
    .plus({ [unit]: place })
    .toFormat('yyyy-MM-dd');
}

/** Days of a bucket that begins with a day. */
export const daysOfBucket = (first: string, grain: Grain): Days => ({
  from: first,
  to: plus(plus(first, { WEEK: { weeks: 1 }, MONTH: { months: 1 }, DAY: { days: 1 }, HOUR: { days: 1 } }[grain]), {
    days: -1,
  }),
});

/** How many days, both ends inside. */
export const countOf = ({ from, to }: Days): number => at(to).diff(at(from), 'days').days + 1;

/** A day so much later. */
export const plus = (day: string, duration: DurationLikeObject): string =>
  at(day).plus(duration).toFormat('yyyy-MM-dd');

/** Days that are in both; null when none is. */
export function overlap(one: Days, other: Days): Days | null {
  const both = { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to };
  return both.from <= both.to ? both : null;
}

const at = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
