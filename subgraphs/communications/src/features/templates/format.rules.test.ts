import { formatDay, formatInstant, formatLastDay } from './format.rules';

const almaty = { currency: 'KZT', timeZone: 'Asia/Almaty' };

it('writes the day that it is in the chain’s time zone', () => {
  expect(formatDay('2026-11-22T20:30:00Z', almaty)).toBe('23.11.2026');
  expect(formatInstant('2026-11-22T10:04:00+05:00', almaty)).toBe('22.11.2026 10:04');
});

it('names the last day on which points are still good', () => {
  expect(formatLastDay('2027-01-01T00:00:00+05:00', almaty)).toBe('31.12.2026');
  expect(formatLastDay('2027-01-01T00:00:01+05:00', almaty)).toBe('01.01.2027');
});
