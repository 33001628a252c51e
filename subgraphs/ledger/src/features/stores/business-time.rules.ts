/** A moment on a store's clock. */
export interface BusinessTime {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** 0 to 23. */
  readonly hour: number;
}

/** Reads the clock of a time zone. */
export function businessTime(at: Date, timeZone: string): BusinessTime {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), timeZone)).toISOString();
  return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
}

/** The first moment of the day that is `days` after the day of `at` on that clock. */
export function startOfDayAfter(at: Date, timeZone: string, days: number): Date {
  const { day } = businessTime(at, timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  // The offset at midnight is not known before midnight is: two steps find it on either side of a change of clocks.
  const near = midnight - offsetMs(midnight, timeZone);
  const start = midnight - offsetMs(near, timeZone);
  // Where clocks spring forward at midnight, the day begins after the gap.
  return new Date(Math.max(start, near));
}

/** True for a time zone this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;
/** Clocks change on the quarter of an hour, so an offset holds that long. */
const OFFSET_HOLDS_MS = 900_000;
/** Offsets remembered: half a year of quarters, or history a day apart. */
const REMEMBERED_MAX = 20_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const remembered = new Map<string, number>();

/** How far a zone's clock is ahead of UTC. A purchase asks several times, and asking `Intl` is dear: answers are kept. */
function offsetMs(at: number, timeZone: string): number {
  const key = `${timeZone}@${Math.floor(at / OFFSET_HOLDS_MS)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  let format = formats.get(timeZone);
  if (!format)
    formats.set(timeZone, (format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })));
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(format.format(at));
  const seconds = match ? Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0) : 0;
  const offset = (match?.[1] === '-' ? -seconds : seconds) * 1_000;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(key, offset);
  return offset;
}
