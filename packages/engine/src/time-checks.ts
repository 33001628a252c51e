import type { Basket } from './basket';
import type { TimeCondition } from './condition';
import type { Check } from './facts';
import type { LocalTime } from './local-time';
import type { Schedule, TimeWindow } from './promotion';
import { reason } from './reason';

type ConditionOf<Kind extends TimeCondition['kind']> = Omit<Extract<TimeCondition, { kind: Kind }>, 'kind'>;

/** The schedule as conditions; null when it does not restrict. */
export function scheduleConditions({ from, until, weekdays, hours }: Schedule): TimeCondition[] {
  const conditions: TimeCondition[] = [];
  if (from !== null || until !== null) conditions.push({ kind: 'PERIOD', from, until });
  if (weekdays.length > 0) conditions.push({ kind: 'WEEKDAYS', in: weekdays });
  if (hours.length > 0) conditions.push({ kind: 'HOURS', in: hours });
  return conditions;
}

export function isInPeriod({ from, until }: ConditionOf<'PERIOD'>): Check {
  return ({ basket }) => {
    if (from !== null && basket.at < from) return reason('schedule.not_started', { from: storeClock(from, basket) });
    if (until !== null && basket.at >= until) return reason('schedule.ended', { until: storeClock(until, basket) });
    return null;
  };
}

export function isOnWeekday(days: readonly number[]): Check {
  const weekdays = [...new Set(days)].sort((left, right) => left - right);
  const wrongDay = reason('schedule.weekday', { weekdays: weekdays.join(',') });
  return ({ basket }) => (weekdays.includes(basket.local.weekday) ? null : wrongDay);
}

export function isInHours(windows: readonly TimeWindow[]): Check {
  const wrongTime = reason('schedule.time', { windows: windows.map(windowText).join(', ') });
  return ({ basket }) => (windows.some((window) => isInside(window, basket.local.minuteOfDay)) ? null : wrongTime);
}

export function isHoliday({ names, daysBefore, daysAfter }: ConditionOf<'HOLIDAY'>): Check {
  const wanted = new Set(names);
  const ordinary = reason('schedule.holiday', {
    names: names.join(', '),
    daysBefore: String(daysBefore),
    daysAfter: String(daysAfter),
  });
  return ({ basket }) => {
    const today = dayNumber(basket.local);
    const isNear = basket.holidays.some(({ name, date }) => {
      if (wanted.size > 0 && !wanted.has(name)) return false;
      const since = today - Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
      return since >= -daysBefore && since <= daysAfter;
    });
    return isNear ? null : ordinary;
  };
}

export const MS_PER_DAY = 86_400_000;

/** Days since 1970 of a store's calendar day. */
export const dayNumber = ({ year, month, day }: LocalTime): number => Date.UTC(year, month - 1, day) / MS_PER_DAY;

export function isInside({ from, until }: TimeWindow, minute: number): boolean {
  if (from < until) return minute >= from && minute < until;
  return minute >= from || minute < until;
}

export const windowText = ({ from, until }: TimeWindow): string => `${clockText(from)}–${clockText(until)}`;

/** Minutes since midnight as `HH:MM`. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const MS_PER_MINUTE = 60_000;

/** The instant as the store's clock shows it, with the offset the store has now. */
function storeClock(instant: number, { at, local }: Basket): string {
  const shown = Date.UTC(local.year, local.month - 1, local.day, 0, local.minuteOfDay);
  const offset = shown - Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE;
  return new Date(instant + offset).toISOString().slice(0, 16).replace('T', ' ');
}
