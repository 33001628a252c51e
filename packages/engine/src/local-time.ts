/** A moment on a store's clock. */
export interface LocalTime {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: number;
  minuteOfDay: number;
}

const MS_PER_MINUTE = 60_000;

/** Reads the clock of an IANA time zone at an instant (epoch milliseconds). Throws RangeError on an unknown zone. */
export function localTimeAt(at: number, timeZone: string): LocalTime {
  const shifted = new Date(at + offsetMinutesAt(at, timeZone) * MS_PER_MINUTE);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay() || 7,
    minuteOfDay: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Clocks change on the quarter of an hour, so an offset holds that long. */
const OFFSET_HOLDS_MS = 15 * MS_PER_MINUTE;
/** More than the quarters of an hour of a year: who replays one member after another jumps to and fro. */
const REMEMBERED_MAX = 50_000;
const remembered = new Map<string, number>();

/** Asking `Intl` costs more than pricing a line, and the baskets of a till lie close together: answers are kept. */
function offsetMinutesAt(at: number, timeZone: string): number {
  const key = `${timeZone}@${Math.floor(at / OFFSET_HOLDS_MS)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(at, timeZone);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(key, offset);
  return offset;
}

/** `Intl` names the offset as `GMT+5`, `GMT+05:30` or `GMT`. */
function readOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(format.format(at));
  if (offset === null) return 0;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}
