import { fixedClock } from './fixed-clock';

it('stands still until told otherwise', () => {
  const clock = fixedClock('2026-03-01T10:00:00Z');
  expect(clock.now()).toEqual(clock.now());
  clock.advanceMs(90_000);
  expect(clock.now().toISOString()).toBe('2026-03-01T10:01:30.000Z');
  clock.set('2027-01-01T00:00:00Z');
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
});
