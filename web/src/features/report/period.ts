import { addDays, daysBetween, type LocalDate } from '@/fmt/dates';
import { dateParam } from '@/ui/params';
import type { Period } from '@/ui/period/period';

/** Periods with a name, by the chain's calendar; those that run end today. */
const named = {
  today: (today) => ({ from: today, to: today }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  week: (today) => ({ from: mondayOf(today), to: today }),
  weeks4: (today) => ({ from: addDays(today, -27), to: today }),
  month: (today) => ({ from: monthOf(today), to: today }),
  lastMonth: (today) => {
    const to = addDays(monthOf(today), -1);
    return { from: monthOf(to), to };
  },
  quarter: (today) => ({ from: quarterOf(today), to: today }),
  year: (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: today }),
  months12: (today) => ({ from: monthBefore(today, 11), to: today }),
} satisfies Record<string, (today: LocalDate) => Period>;

export type NamedPeriod = keyof typeof named;
export const namedPeriods = Object.keys(named) as NamedPeriod[];

export interface ReportPeriod extends Period {
  /** Absent for two days that somebody chose. */
  name: NamedPeriod | undefined;
}

const daysMax = 3660;

/** The period of an address: `from` and `to`, or `period` by name. What cannot be read gives the usual one. */
export function reportPeriod(params: URLSearchParams, today: LocalDate, usual: NamedPeriod = 'weeks4'): ReportPeriod {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  if (from !== undefined && to !== undefined && from <= to && daysBetween(from, to) < daysMax) {
    return { from, to, name: undefined };
  }
  const name = namedPeriods.find((one) => one === params.get('period')) ?? usual;
  return { ...named[name](today), name };
}

/** From the finest: each up to so many days, the last for any. */
const daysMaxOf: Record<string, number> = { HOUR: 2, DAY: 62, WEEK: 400, MONTH: Infinity };

/** Of the grains a report takes the one that shows the rhythm of a period and can still be read. */
export function grainFor({ from, to }: Period, grains: readonly string[]): string | undefined {
  const days = daysBetween(from, to) + 1;
  const known = Object.entries(daysMaxOf).filter(([grain]) => grains.includes(grain));
  return (known.find(([, most]) => days <= most) ?? known.at(-1))?.[0];
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** The first day of the month so many before. */
function monthBefore(day: LocalDate, months: number): LocalDate {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 - months, 1)).toISOString().slice(0, 10);
}

function quarterOf(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}
