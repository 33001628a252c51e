import { addDays, startOfDay, type LocalDate } from '@/fmt/dates';

/** A month of the calendar, in the chain's days. */
export interface Month {
  /** First days of this month, of the one before and of the next. */
  first: LocalDate;
  before: LocalDate;
  next: LocalDate;
  days: number;
  from: string;
  until: string;
}

/** The month of an address, as `YYYY-MM`; that of today when it cannot be read. */
export function monthOf(params: URLSearchParams, today: LocalDate, timeZone: string): Month {
  const asked = params.get('month') ?? '';
  const first = `${/^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)}-01`;
  const next = firstOf(addDays(first, 31));
  const days = (Date.parse(next) - Date.parse(first)) / 86_400_000;
  const [from, until] = [startOfDay(timeZone, first), startOfDay(timeZone, next)];
  return { first, before: firstOf(addDays(first, -1)), next, days, from, until };
}

const firstOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** Where a stretch of time lies in the month, as shares of it; what has no end reaches its edge. */
export function placeIn({ from, until }: Month, startsAt: string | null, endsAt: string | null) {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  const share = (at: number) => Math.min(Math.max((at - start) / (end - start), 0), 1);
  const left = startsAt === null ? 0 : share(Date.parse(startsAt));
  return { left, width: (endsAt === null ? 1 : share(Date.parse(endsAt))) - left };
}
