import { startOfDayAfter } from '../stores';

/** When points can be spent and when they can no longer be. */
export interface PointDates {
  readonly activatesAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
}

const DAYS_MAX = 3_650;

/** What is wrong with the days that points wait and live, and in which field; null when all is well. */
export function termsFault({ activationDays, lifetimeDays }: PointTerms): { field: string; message: string } | null {
  const isDays = (days: number, least: number): boolean => days >= least && days <= DAYS_MAX;
  if (!isDays(activationDays ?? 0, 0))
    return { field: 'activationDays', message: `activationDays must be 0 to ${DAYS_MAX}.` };
  if (!isDays(lifetimeDays ?? 1, 1))
    return { field: 'lifetimeDays', message: `lifetimeDays must be 1 to ${DAYS_MAX}.` };
  return null;
}

interface PointTerms {
  readonly activationDays?: number | null | undefined;
  readonly lifetimeDays?: number | null | undefined;
}

/**
 * Dates of points earned at an instant, in the store's days. No activation days: at once; otherwise from the first moment of the
 * day so many days later. They live to the end of the last day of their lifetime, counted from activation.
 */
export function pointDates(
  earnedAt: Date,
  timeZone: string,
  activationDays: number,
  lifetimeDays: number | null,
): PointDates {
  return {
    activatesAt: activationDays === 0 ? earnedAt : startOfDayAfter(earnedAt, timeZone, activationDays),
    expiresAt: lifetimeDays === null ? null : startOfDayAfter(earnedAt, timeZone, activationDays + lifetimeDays + 1),
  };
}
