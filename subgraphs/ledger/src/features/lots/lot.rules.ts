import { startOfDayAfter } from '../stores';

/** When points can be spent and when they can no longer be. */
export interface PointDates {
  readonly activatesAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
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
