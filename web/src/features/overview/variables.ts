import { addDays, clockIn, startOfDay } from '@/fmt/dates';
import { grainOf, instantsOf, previousPeriod, type Period } from '@/ui/period/period';

const weekMs = 7 * 86_400_000;

/** Today so far, beside the same weekday a week ago up to the same time. */
export function tileVariables(now: number, timeZone: string) {
  const today = clockIn(timeZone, now).date;
  return {
    from: startOfDay(timeZone, today),
    to: startOfDay(timeZone, addDays(today, 1)),
    fromBefore: startOfDay(timeZone, addDays(today, -7)),
    toBefore: new Date(now - weekMs).toISOString(),
  };
}

export function salesVariables(period: Period, timeZone: string) {
  const before = instantsOf(previousPeriod(period), timeZone);
  return {
    ...instantsOf(period, timeZone),
    fromBefore: before.from,
    toBefore: before.to,
    grain: grainOf(period),
  };
}

export function penetrationVariables(period: Period, timeZone: string) {
  return { ...instantsOf(period, timeZone), grain: grainOf(period) };
}
