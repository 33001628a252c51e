import { DateTime } from 'luxon';

/** A moment on a store's clock. */
export interface BusinessTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** 0 to 23. */
  readonly hour: number;
}

/** Reads the clock of a time zone. */
export function businessTime(at: Date, timeZone: string): BusinessTime {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return { day: local.toISODate() ?? '', hour: local.hour };
}

/** True for a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  return DateTime.local({ zone: name }).isValid;
}
