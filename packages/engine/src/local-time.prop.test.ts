import fc from 'fast-check';
import { localTimeAt } from './local-time';

const zones = ['Asia/Almaty', 'Europe/London', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

/** What `Intl` itself shows on the clock of a zone, asked afresh. */
function shown(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return format.format(at);
}

const two = (value: number): string => String(value).padStart(2, '0');

it('shows the clock of the zone, whatever was asked before', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(instant, fc.constantFrom(...zones)), { maxLength: 20 }), (questions) => {
      for (const [date, timeZone] of questions) {
        const { year, month, day, minuteOfDay } = localTimeAt(date.getTime(), timeZone);
        const time = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
        expect(`${year}-${two(month)}-${two(day)}, ${time}`).toBe(shown(date.getTime(), timeZone));
      }
    }),
    { numRuns: 300 },
  );
});
