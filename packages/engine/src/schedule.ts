import type { Basket } from './basket';
import type { Check } from './conditions';
import type { Schedule, TimeWindow } from './promotion';
import { reason } from './reason';

/** Turns a schedule into a check of the basket's moment. */
export function compileSchedule(schedule: Schedule): Check {
  const { from, until } = schedule;
  const weekdays = [...schedule.weekdays].sort((left, right) => left - right);
  const { windows } = schedule;
  const wrongDay = reason('schedule.weekday', { weekdays: weekdays.join(',') });
  const wrongTime = reason('schedule.time', { windows: windows.map(windowText).join(', ') });
  return (basket: Basket) => {
    if (from !== null && basket.at < from) return reason('schedule.not_started', { from: storeClock(from, basket) });
    if (until !== null && basket.at >= until) return reason('schedule.ended', { until: storeClock(until, basket) });
    if (weekdays.length > 0 && !weekdays.includes(basket.local.weekday)) return wrongDay;
    if (windows.length > 0 && !windows.some((window) => isInside(window, basket.local.minuteOfDay))) return wrongTime;
    return null;
  };
}

function isInside({ fromMinute, untilMinute }: TimeWindow, minute: number): boolean {
  if (fromMinute < untilMinute) return minute >= fromMinute && minute < untilMinute;
  return minute >= fromMinute || minute < untilMinute;
}

const windowText = (window: TimeWindow): string => `${clock(window.fromMinute)}–${clock(window.untilMinute)}`;

const MS_PER_MINUTE = 60_000;

/** The instant as the store's clock shows it, with the offset the store has now. */
function storeClock(instant: number, { at, local }: Basket): string {
  const shown = Date.UTC(local.year, local.month - 1, local.day, 0, local.minuteOfDay);
  const offset = shown - Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE;
  return new Date(instant + offset).toISOString().slice(0, 16).replace('T', ' ');
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
