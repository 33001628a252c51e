import { DateTime } from 'luxon';
import type { Ahead, Window } from './windows';

/** Days as YYYY-MM-DD, both inside; null is open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const UNITS = { WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' } as const;

/** The days of a window that looks back from `today`. */
export function daysOf(window: Window, today: string): Days {
  switch (window.kind) {
    case 'EVER':
      return { from: null, to: null };
    case 'LAST_DAYS':
      return { from: plusDays(today, 1 - window.days), to: today };
    case 'BETWEEN':
      return { from: window.from, to: window.to };
    case 'CALENDAR': {
      const unit = UNITS[window.unit];
      const begin = DateTime.fromISO(today)
        .startOf(unit)
        .minus({ [unit]: window.ago });
      return { from: begin.toISODate(), to: begin.endOf(unit).toISODate() };
    }
  }
}

/** The days of a window that looks ahead of `today`. */
export function daysAhead(ahead: Ahead, today: string): { readonly from: string; readonly to: string } {
  if (ahead.kind === 'DAYS') return { from: plusDays(today, ahead.fromDays), to: plusDays(today, ahead.toDays) };
  const unit = UNITS[ahead.unit];
  const begin = DateTime.fromISO(today)
    .startOf(unit)
    .plus({ [unit]: ahead.ahead });
  return { from: isoDay(begin), to: isoDay(begin.endOf(unit)) };
}

/**
 * Birthdays, as month × 100 + day, that are kept from the one day to the other. In a common year the 29th of February
 * is kept on the 1st of March.
 */
export function birthdaysBetween({ from, to }: { readonly from: string; readonly to: string }): readonly number[] {
  const found = new Set<number>();
  for (let day = DateTime.fromISO(from); day <= DateTime.fromISO(to); day = day.plus({ days: 1 })) {
    found.add(day.month * 100 + day.day);
    if (day.month === 3 && day.day === 1 && !day.isInLeapYear) found.add(229);
  }
  return [...found].sort((left, right) => left - right);
}

/** Whoever is at least so old today was born on that day or before. */
export function bornBy(today: string, years: number): string {
  return isoDay(DateTime.fromISO(today).minus({ years }));
}

/** The first moment of a day, and the last one's end, in a time zone. */
export function momentsOf(days: { readonly from: string; readonly to: string }, zone: string): [Date, Date] {
  const begin = DateTime.fromISO(days.from, { zone }).startOf('day');
  const end = DateTime.fromISO(days.to, { zone }).startOf('day').plus({ days: 1 });
  return [begin.toJSDate(), end.toJSDate()];
}

export const plusDays = (day: string, days: number): string => isoDay(DateTime.fromISO(day).plus({ days }));

function isoDay(day: DateTime): string {
  const text = day.toISODate();
  if (text === null) throw new Error('There is no such day');
  return text;
}
