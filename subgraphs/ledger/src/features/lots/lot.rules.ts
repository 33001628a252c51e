import { DateTime } from 'luxon';

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
  const earned = DateTime.fromJSDate(earnedAt, { zone: timeZone });
  const activates = activationDays === 0 ? earned : earned.startOf('day').plus({ days: activationDays });
  return {
    activatesAt: activates.toJSDate(),
    expiresAt:
      lifetimeDays === null
        ? null
        : activates
            .startOf('day')
            .plus({ days: lifetimeDays + 1 })
            .toJSDate(),
  };
}
