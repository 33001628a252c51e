import { pointDates } from './lot.rules';

const dates = (at: string, activationDays: number, lifetimeDays: number | null): (string | null)[] => {
  const { activatesAt, expiresAt } = pointDates(new Date(at), 'Asia/Almaty', activationDays, lifetimeDays);
  return [activatesAt.toISOString(), expiresAt?.toISOString() ?? null];
};

it('makes points spendable at once without activation days', () => {
  expect(dates('2026-11-22T10:00:00Z', 0, null)).toEqual(['2026-11-22T10:00:00.000Z', null]);
});

it('makes them spendable from midnight of the day in the store otherwise', () => {
  // 01:00 on 23 November in Almaty.
  expect(dates('2026-11-22T20:00:00Z', 14, null)).toEqual(['2026-12-06T19:00:00.000Z', null]);
});

it('lets them live to the end of the last day of their lifetime', () => {
  expect(dates('2026-11-22T10:00:00Z', 0, 1)[1]).toBe('2026-11-23T19:00:00.000Z');
  expect(dates('2026-11-22T10:00:00Z', 7, 30)[1]).toBe('2026-12-29T19:00:00.000Z');
});
