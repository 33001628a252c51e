import fc from 'fast-check';
import { contributions, type Steps } from './contributions.rules';

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n);

/** Buyers, receipts, units in thousandths, money: what follows a zero is zero. */
const steps: fc.Arbitrary<Steps> = fc
  .tuple(fc.nat(3_000), fc.nat(20), fc.nat(9_000), fc.bigInt({ min: 0n, max: 10n ** 15n }))
  .map(([buyers, more, units, money]): Steps => {
    if (buyers === 0) return [0n, 0n, 0n, 0n];
    const receipts = BigInt(buyers + more);
    return units === 0 || money === 0n
      ? [BigInt(buyers), receipts, 1_000n, 0n]
      : [BigInt(buyers), receipts, BigInt(units), money];
  });

describe('contributions', () => {
  it('add up to the change, whatever it is', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        expect(sum(contributions(before, after))).toBe((after.at(-1) ?? 0n) - (before.at(-1) ?? 0n));
      }),
      { numRuns: 2_000 },
    );
  });

  it('change their signs with the direction of time', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const back = contributions(after, before).map((part) => -part);
        expect(back).toEqual(contributions(before, after));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are nothing of a factor that did not move', () => {
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 2, max: 50 }),
        ([buyers = 0n, receipts = 0n, units = 0n, money = 0n], times) => {
          const by = BigInt(times);
          // As many times the buyers, each of whom buys as before.
          const after = [buyers * by, receipts * by, units * by, money * by];
          const [change, ...others] = contributions([buyers, receipts, units, money], after);
          if (money > 0n) expect([change, others]).toEqual([money * (by - 1n), [0n, 0n, 0n]]);
        },
      ),
    );
  });

  it('give a factor that moved alone the whole change', () => {
    expect(contributions([10n, 20n, 60n, 6_000n], [10n, 20n, 60n, 9_001n])).toEqual([0n, 0n, 0n, 3_001n]);
    expect(contributions([10n, 20n, 60n, 6_000n], [10n, 30n, 90n, 9_000n])).toEqual([0n, 3_000n, 0n, 0n]);
  });

  it('are those of the textbook when all move', () => {
    // L(6000, 12000) · ln of each ratio: 6000 / ln 2 · (ln 1.25, ln 1.2, ln 0.8, ln 5/3).
    expect(contributions([4n, 10n, 40n, 6_000n], [5n, 15n, 48n, 12_000n])).toEqual([1_931n, 1_578n, -1_931n, 4_422n]);
  });

  it('put all on what was zero first', () => {
    expect(contributions([0n, 0n, 0n, 0n], [5n, 15n, 48n, 12_000n])).toEqual([12_000n, 0n, 0n, 0n]);
    expect(contributions([5n, 15n, 48n, 12_000n], [5n, 15n, 48n, 0n])).toEqual([0n, 0n, 0n, -12_000n]);
    expect(contributions([5n, 15n, 48n, 0n], [9n, 15n, 48n, 0n])).toEqual([0n, 0n, 0n, 0n]);
  });
});
