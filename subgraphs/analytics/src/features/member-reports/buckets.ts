import { DateTime } from 'luxon';
import { countOf, plus, type Days, type ReportAsk } from '../reports';
import type { Reach } from './reach';

/** Parts of a period, with the one before it first: a bucket is a bit of a member's mask. */
export interface Buckets {
  readonly days: readonly Days[];
  /** In which bucket a day lies, as SQL: below 0 is before all of them. */
  indexOf(reach: Reach, day: string): string;
}

/** Bits of a number that are never its sign. */
export const BUCKETS_MAX = 62;

/** Whole months or weeks, the last cut off at the period's end; without a grain the period and one as long before it. */
export function bucketsOf({ days, grain }: Pick<ReportAsk, 'days' | 'grain'>): Buckets {
  if (grain === 'MONTH') return monthsOf(days);
  if (grain === 'WEEK') return weeksOf(days);
  const before = { from: plus(days.from, { days: -countOf(days) }), to: plus(days.from, { days: -1 }) };
  return {
    days: [before, days],
    indexOf: (reach, day) =>
      `if(${day} >= ${reach.day(days.from)}, 1, if(${day} >= ${reach.day(before.from)}, 0, 0 - 1))`,
  };
}

/** Calendar months, `ahead` of them before the period. */
export function monthsOf(days: Days, ahead = 1): Buckets {
  const first = DateTime.fromISO(days.from).startOf('month').minus({ months: ahead });
  const number = first.year * 12 + first.month;
  return {
    days: cut(first, 'month', days),
    indexOf: (reach, day) => `toInt64(toYear(${day})) * 12 + toMonth(${day}) - ${reach.bind('Int64', number)}`,
  };
}

function weeksOf(days: Days): Buckets {
  const first = DateTime.fromISO(days.from).startOf('week').minus({ weeks: 1 });
  return {
    days: cut(first, 'week', days),
    // Division of what is below zero goes towards zero.
    indexOf: (reach, day) => {
      const since = `dateDiff('day', ${reach.day(first.toFormat('yyyy-MM-dd'))}, ${day})`;
      return `if(${since} < 0, 0 - 1, intDiv(${since}, 7))`;
    },
  };
}

function cut(first: DateTime, unit: 'month' | 'week', { to }: Days): Days[] {
  const found: Days[] = [];
  for (let at = first; at.toFormat('yyyy-MM-dd') <= to; at = at.plus({ [unit]: 1 })) {
    const end = at.endOf(unit).toFormat('yyyy-MM-dd');
    found.push({ from: at.toFormat('yyyy-MM-dd'), to: end > to ? to : end });
  }
  return found;
}

/** Aggregates over rows `r`: in which of the buckets there was a purchase that stands. */
export const maskOf = (index: string): string =>
  `groupBitOr(if(r.stands AND ${index} >= 0, bitShiftLeft(toInt64(1), greatest(${index}, 0)), toInt64(0)))`;

export const isIn = (mask: string, place: number): string => `bitTest(${mask}, ${place}) = 1`;
