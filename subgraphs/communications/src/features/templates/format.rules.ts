import { DateTime } from 'luxon';

/** How amounts and dates are written to members. */
export interface Formats {
  /** ISO 4217. */
  readonly currency: string;
  readonly timeZone: string;
}

/** An RFC 3339 instant → "22.11.2026" in the chain's time zone. */
export function formatDay(instant: string, formats: Formats): string {
  return inZone(instant, formats).toFormat('dd.MM.yyyy');
}

/** The last day before an instant: what expires at midnight is good until the day before. */
export function formatLastDay(instant: string, formats: Formats): string {
  return inZone(instant, formats).minus(1).toFormat('dd.MM.yyyy');
}

/** An RFC 3339 instant → "22.11.2026 15:04" in the chain's time zone. */
export function formatInstant(instant: string, formats: Formats): string {
  return inZone(instant, formats).toFormat('dd.MM.yyyy HH:mm');
}

function inZone(instant: string, formats: Formats): DateTime {
  return DateTime.fromISO(instant, { zone: formats.timeZone });
}
