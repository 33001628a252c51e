import { localTimeAt } from './local-time';
import type { Schedule } from './promotion';
import { compileSchedule } from './schedule';
import { sentenceOf } from './sentences';
import { aBasket, ANY_TIME } from './test-builders';

function whyNot(schedule: Partial<Schedule>, moment: string, timeZone = 'Asia/Almaty'): string | null {
  const at = Date.parse(moment);
  const failure = compileSchedule({ ...ANY_TIME, ...schedule })(aBasket({ at, local: localTimeAt(at, timeZone) }));
  return failure && sentenceOf(failure, 'en');
}

const december = { from: Date.parse('2026-12-01T00:00:00+05:00'), until: Date.parse('2027-01-01T00:00:00+05:00') };
const evening = { windows: [{ fromMinute: 18 * 60, untilMinute: 20 * 60 + 30 }] };
const night = { windows: [{ fromMinute: 22 * 60, untilMinute: 6 * 60 }] };

it.each<[string, Partial<Schedule>, string | null]>([
  ['2026-11-30T23:59:59+05:00', december, 'Starts at 2026-12-01 00:00'],
  ['2026-12-01T00:00:00+05:00', december, null],
  ['2027-01-01T00:00:00+05:00', december, 'Ended at 2027-01-01 00:00'],
  ['2026-11-22T23:30:00+05:00', { weekdays: [7] }, null],
  ['2026-11-23T00:30:00+05:00', { weekdays: [7, 5] }, 'Only on Fri, Sun'],
  ['2026-11-22T18:00:00+05:00', evening, null],
  ['2026-11-22T20:30:00+05:00', evening, 'Only at 18:00–20:30'],
  ['2026-11-22T23:00:00+05:00', night, null],
  ['2026-11-22T05:59:00+05:00', night, null],
  ['2026-11-22T12:00:00+05:00', night, 'Only at 22:00–06:00'],
])('reads %s by the clock of the store', (moment, schedule, expected) =>
  expect(whyNot(schedule, moment)).toBe(expected),
);

it.each([
  ['Asia/Almaty', 17 * 60, 7],
  ['Asia/Kolkata', 17 * 60 + 30, 7],
  ['America/New_York', 7 * 60, 7],
  ['Pacific/Kiritimati', 2 * 60, 1],
  ['UTC', 12 * 60, 7],
])('knows the clock of %s', (timeZone, minuteOfDay, weekday) =>
  expect(localTimeAt(Date.parse('2026-11-22T12:00:59Z'), timeZone)).toMatchObject({ minuteOfDay, weekday }),
);
