import fc from 'fast-check';
import { DateTime } from 'luxon';
import { businessTime, startOfDayAfter } from './business-time.rules';

const zone = fc.constantFrom(
  'Asia/Almaty',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'UTC',
);
const moment = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

it('reads every clock as a calendar library does', () => {
  fc.assert(
    fc.property(moment, zone, (at, timeZone) => {
      const local = DateTime.fromJSDate(at, { zone: timeZone });
      expect(businessTime(at, timeZone)).toEqual({ day: local.toISODate(), hour: local.hour });
    }),
    { numRuns: 2_000 },
  );
});

it('finds the first moment of a day, where clocks change at midnight too', () => {
  fc.assert(
    fc.property(moment, zone, fc.integer({ min: 0, max: 400 }), (at, timeZone, days) => {
      const expected = DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').plus({ days }).startOf('day');
      expect(startOfDayAfter(at, timeZone, days)).toEqual(expected.toJSDate());
    }),
    { numRuns: 2_000 },
  );
});
