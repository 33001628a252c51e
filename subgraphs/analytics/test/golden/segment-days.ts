import { DateTime } from 'luxon';
import type { Ahead, Window } from '../../src/features/segment-language/segment-definition';

/** Works out once what is asked for each member on each day. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
}

/** A day as luxon knows it. */
export const dayOf = remembered((day) => DateTime.fromISO(day));

/** The 29th of February is kept on the 1st of March in common years. */
const keptOn = remembered((birthday) => {
  const [year = 0, month, day] = birthday.split('-').map(Number);
  const kept = DateTime.fromObject({ year, month, day });
  return kept.isValid ? kept : DateTime.fromObject({ year, month: 3, day: 1 });
});
const birthdayIn = (year: number, born: string): DateTime => keptOn(`${year}${born.slice(4)}`);

/** Full years. */
export function ageOn(born: string, today: string): number {
  const { year } = dayOf(today);
  return year - dayOf(born).year - (birthdayIn(year, born) > dayOf(today) ? 1 : 0);
}

function daysOfAhead(when: Ahead, today: string): [DateTime, DateTime] {
  const now = dayOf(today);
  const unit = when.kind === 'CALENDAR' && when.unit === 'MONTH' ? 'month' : 'week';
  return when.kind === 'DAYS'
    ? [now.plus({ days: when.fromDays }), now.plus({ days: when.toDays })]
    : [now.plus({ [unit]: when.ahead }).startOf(unit), now.plus({ [unit]: when.ahead }).endOf(unit)];
}

export function hasBirthday(born: string, when: Ahead, today: string): boolean {
  const now = dayOf(today);
  const [from, to] = daysOfAhead(when, today);
  return [-1, 0, 1, 2].some((years) => {
    const birthday = birthdayIn(now.year + years, born);
    return birthday >= from && birthday <= to;
  });
}

/** Whether a day lies in a window. */
export function isIn(day: string, window: Window, today: string): boolean {
  if (window.kind === 'EVER') return true;
  if (window.kind === 'BETWEEN') return day >= window.from && day <= window.to;
  const now = dayOf(today);
  if (window.kind === 'LAST_DAYS') {
    const ago = now.diff(dayOf(day), 'days').days;
    return ago >= 0 && ago < window.days;
  }
  const unit = { WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' }[window.unit] as 'week' | 'month';
  return dayOf(day).hasSame(now.minus({ [unit]: window.ago }), unit);
}

export function liesAhead(day: string, when: Ahead, today: string): boolean {
  const [from, to] = daysOfAhead(when, today);
  return day >= from.toFormat('yyyy-MM-dd') && day <= to.toFormat('yyyy-MM-dd');
}

export const isBetween = (
  value: number,
  { from, to }: { from?: number | undefined; to?: number | undefined },
): boolean => (from === undefined || value >= from) && (to === undefined || value <= to);
