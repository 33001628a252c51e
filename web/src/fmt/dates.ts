import dayjs from 'dayjs';
import 'dayjs/locale/kk';
import 'dayjs/locale/ru';
import localeData from 'dayjs/plugin/localeData';
import relativeTime from 'dayjs/plugin/relativeTime';
import type { Locale } from '@/i18n/routing';

dayjs.extend(localeData);
dayjs.extend(relativeTime);

/** A calendar day without a zone, `2026-11-22`. */
export type LocalDate = string;

interface Clock {
  date: LocalDate;
  time: string;
}

/** The wall clock of a time zone at an instant. */
export function clockIn(timeZone: string, instant: string | number | Date): Clock {
  const parts: Record<string, string> = {};
  for (const { type, value } of wallClock(timeZone).formatToParts(new Date(instant))) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
}

/** The instant at which a calendar day begins in a time zone, as RFC 3339 in UTC. */
export function startOfDay(timeZone: string, date: LocalDate): string {
  return instantAt(timeZone, date, '00:00');
}

/** The instant of a wall-clock time (HH:MM) in a time zone, as RFC 3339 in UTC. */
export function instantAt(timeZone: string, date: LocalDate, time: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The offset is taken at the guess and once more at the corrected instant, for days on which clocks change.
  const guess = asUtc - offsetMs(timeZone, asUtc);
  return new Date(asUtc - offsetMs(timeZone, guess)).toISOString();
}

/** Calendar arithmetic without a zone: `addDays('2026-11-22', -7)`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; zero when they are the same day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function formatLocalDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** "нояб. 2026", "қар 2026", "Nov 2026". */
export function formatMonth(locale: Locale, date: LocalDate): string {
  const [year, month] = date.split('-');
  const names = dayjs().locale(locale).localeData().monthsShort();
  return `${names[Number(month) - 1] ?? ''} ${year}`;
}

/**
 * "5 минут назад". `now` is passed in, so that the server and the browser say the same. It may lag: what happened since
 * happened just now, never in the future.
 */
export function formatRelative(locale: Locale, instant: string, now: number): string {
  const then = dayjs(instant);
  return then.locale(locale).from(dayjs(Math.max(now, then.valueOf())));
}

/** 3725 → "1:02:05": time left and elapsed, the same in every language. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

function offsetMs(timeZone: string, instant: number): number {
  const { date, time } = clockIn(timeZone, instant);
  return Date.parse(`${date}T${time}Z`) - instant;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

// Only the time zone rules are asked of Intl, in English: those every browser has.
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  wallClocks.set(timeZone, made);
  return made;
}
