import { DateTime } from 'luxon';
import type { Ahead, Window } from '../../src/features/segment-language/windows';

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
const keptOn = remembered((birthday) =>
  DateTime.fromISO(birthday).isValid ? birthday : `${birthday.slice(0, 4)}-03-01`,
);
const birthdayIn = (year: number, born: string): string => keptOn(`${year}${born.slice(4)}`);

/** Full years. */
export function ageOn(born: string, today: string): number {
  const { year } = dayOf(today);
  return year - dayOf(born).year - (birthdayIn(year, born) > today ? 1 : 0);
}

const daysOf = (from: DateTime, to: DateTime): [string, string] => [from.toFormat(DAY), to.toFormat(DAY)];
const DAY = 'yyyy-MM-dd';

const aheadOf = remembered((asked) => {
  const [when, today] = JSON.parse(asked) as [Ahead, string];
  const now = dayOf(today);
  if (when.kind === 'DAYS') return daysOf(now.plus({ days: when.fromDays }), now.plus({ days: when.toDays }));
  const unit = when.unit === 'MONTH' ? 'month' : 'week';
  const then = now.plus({ [unit]: when.ahead });
  return daysOf(then.startOf(unit), then.endOf(unit));
});

export function hasBirthday(born: string, when: Ahead, today: string): boolean {
  return [-1, 0, 1, 2].some((years) => liesAhead(birthdayIn(dayOf(today).year + years, born), when, today));
}

/** Whether a day lies in a window. */
export function isIn(day: string, window: Window, today: string): boolean {
  const [from, to] = daysOfWindow(JSON.stringify([window, today]));
  return day >= from && day <= to;
}

const daysOfWindow = remembered((asked): [string, string] => {
  const [window, today] = JSON.parse(asked) as [Window, string];
  if (window.kind === 'EVER') return ['', '9999-12-31'];
  if (window.kind === 'BETWEEN') return [window.from, window.to];
  const now = dayOf(today);
  if (window.kind === 'LAST_DAYS') return daysOf(now.minus({ days: window.days - 1 }), now);
  const unit = { WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' }[window.unit] as 'week' | 'month';
  const then = now.minus({ [unit]: window.ago });
  return daysOf(then.startOf(unit), then.endOf(unit));
});

export function liesAhead(day: string, when: Ahead, today: string): boolean {
  const [from, to] = aheadOf(JSON.stringify([when, today]));
  return day >= from && day <= to;
}

export const isBetween = (
  value: number,
  { from, to }: { from?: number | undefined; to?: number | undefined },
): boolean => (from === undefined || value >= from) && (to === undefined || value <= to);
