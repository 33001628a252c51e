import { localTimeAt } from '@adal/engine';

/** So many days after the local day of a moment, `YYYY-MM-DD`. */
export function lastDayOf(at: Date, days: number, timeZone: string): string {
  const { year, month, day } = localTimeAt(at.getTime(), timeZone);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
