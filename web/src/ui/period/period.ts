import { addDays, daysBetween, startOfDay, type LocalDate } from '@/fmt/dates';
import { dateParam } from '../params';

/** Calendar days, both included. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

export const presets = ['7', '30', '90', '365'] as const;
export type Preset = (typeof presets)[number];

const presetByDefault: Preset = '30';
const daysMax = 3660;

/** The period of an address: `from` and `to`, or `days` up to today. What cannot be read gives the usual period. */
export function periodOf(
  params: URLSearchParams,
  today: LocalDate,
  usual: Preset = presetByDefault,
): Period & { preset: Preset | undefined } {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  if (from !== undefined && to !== undefined && from <= to && daysBetween(from, to) < daysMax) {
    return { from, to, preset: undefined };
  }
  const preset = presets.find((days) => days === params.get('days')) ?? usual;
  return { from: addDays(today, 1 - Number(preset)), to: today, preset };
}

/** As many days just before. */
export function previousPeriod({ from, to }: Period): Period {
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The instants a period lies between: at or after the first, before the second. */
export function instantsOf({ from, to }: Period, timeZone: string): { from: string; to: string } {
  return { from: startOfDay(timeZone, from), to: startOfDay(timeZone, addDays(to, 1)) };
}

export type Grain = 'DAY' | 'WEEK' | 'MONTH';

/** Buckets fine enough to see the rhythm and few enough to read. */
export function grainOf({ from, to }: Period): Grain {
  const days = daysBetween(from, to) + 1;
  if (days <= 92) return 'DAY';
  return days <= 400 ? 'WEEK' : 'MONTH';
}
