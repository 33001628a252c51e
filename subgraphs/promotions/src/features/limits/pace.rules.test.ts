import fc from 'fast-check';
import { NO_LIMITS } from './limits-column';
import { paceLimits } from './pace.rules';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 10, 23);
const schedule = (days: number, weekdays: number[] = []) => ({
  from: MONDAY,
  until: MONDAY + days * 24 * HOUR,
  weekdays,
  hours: [],
});

it('gives each day its equal part, rounded up', () => {
  const limits = { ...NO_LIMITS, moneyBudget: 100_00n, pointsBudget: 10n, usesBudget: 10, evenly: true };
  expect(paceLimits(limits, schedule(3))).toMatchObject({ moneyPerDay: 33_34n, pointsPerDay: 4n, usesPerDay: 4 });
  expect(paceLimits({ ...limits, evenly: false }, schedule(3))).toEqual({ ...limits, evenly: false });
});

it('counts only the weekdays on which it runs', () => {
  const limits = { ...NO_LIMITS, usesBudget: 12, evenly: true };
  expect(paceLimits(limits, schedule(14, [6, 7])).usesPerDay).toBe(3);
  expect(paceLimits(limits, schedule(9, [1, 2])).usesPerDay).toBe(3);
});

it('keeps a stricter cap of the day', () => {
  const limits = { ...NO_LIMITS, usesBudget: 100, usesPerDay: 5, evenly: true };
  expect(paceLimits(limits, schedule(10)).usesPerDay).toBe(5);
  expect(paceLimits({ ...limits, usesPerDay: 50 }, schedule(10)).usesPerDay).toBe(10);
});

it('never keeps back a part of the budget altogether', () => {
  const days = fc.integer({ min: 1, max: 400 });
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), days, weekdays, (moneyBudget, count, on) => {
      const plan = schedule(count, on);
      const { moneyPerDay } = paceLimits({ ...NO_LIMITS, moneyBudget, evenly: true }, plan);
      const running = Array.from({ length: count }, (_, day) => (day % 7) + 1);
      const runs = BigInt(Math.max(1, running.filter((day) => on.length === 0 || on.includes(day)).length));
      expect((moneyPerDay ?? 0n) * runs).toBeGreaterThanOrEqual(moneyBudget);
      expect(((moneyPerDay ?? 0n) - 1n) * runs).toBeLessThan(moneyBudget);
    }),
  );
});
