import { differenceOf, matchedDifferenceOf, type ReceiptSums } from './average-receipt.rules';
import { riseOf } from './trend.rules';

/** Sales of so much each, and returns. */
const sums = (sales: readonly number[], returns: readonly number[] = []): ReceiptSums => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    revenue: sum(sales) - sum(returns),
    sold: sum(sales),
    squares: sum([...sales, ...returns].map((value) => value * value)),
    receipts: sales.length,
  };
};
const some = (count: number, amounts: readonly number[]): number[] =>
  Array.from({ length: count }, (_, index) => amounts[index % amounts.length] ?? 0);

describe('the difference of average receipts', () => {
  it('is within two standard errors of both averages', () => {
    const found = differenceOf(sums(some(100, [90, 110])), sums(some(400, [60, 100])));
    // Deviations of 10 and 20: 100 / 100 + 400 / 400 = 2.
    expect(found?.value).toBe(20);
    expect(found?.low).toBeCloseTo(20 - 1.96 * Math.SQRT2, 9);
    expect(found?.high).toBeCloseTo(20 + 1.96 * Math.SQRT2, 9);
  });

  it('takes returns from the average, and is less sure for them', () => {
    const other = sums(some(400, [80]));
    const found = differenceOf(sums(some(100, [100]), [100]), other);
    expect(found?.value).toBeCloseTo(19, 9);
    expect(found?.low).toBeCloseTo(19 - 1.96 * Math.sqrt((100 * 1 + 100 * 100) / 100 ** 2), 9);
  });

  it('has no interval below 30 receipts, and is none without receipts', () => {
    expect(differenceOf(sums(some(29, [100])), sums(some(100, [90])))).toEqual({ value: 10, low: null, high: null });
    expect(differenceOf(sums([]), sums([90]))).toBeNull();
  });
});

describe('the difference among the alike', () => {
  it('is none when who buys more only buys where everybody does', () => {
    const dear = { one: sums(some(90, [110, 90])), other: sums(some(10, [105, 95])) };
    const cheap = { one: sums(some(10, [11, 9])), other: sums(some(90, [12, 8])) };
    const both = {
      one: sums([...some(90, [110, 90]), ...some(10, [11, 9])]),
      other: sums([...some(10, [105, 95]), ...some(90, [12, 8])]),
    };
    expect(differenceOf(both.one, both.other)?.value).toBeCloseTo(91 - 19, 9);
    const found = matchedDifferenceOf([dear, cheap]);
    expect(found).toMatchObject({ value: 0, share: 1 });
    // Sample variances 100 · 90/89 and 25 · 10/9 of the dear, 1 · 10/9 and 4 · 90/89 of the cheap, over as many receipts.
    const variance = 0.81 * (100 / 89 + 25 / 9) + 0.01 * (1 / 9 + 4 / 89);
    expect(found?.high).toBeCloseTo(1.96 * Math.sqrt(variance), 9);
  });

  it('leaves out what has no like, and says how much is left', () => {
    const alone = { one: sums(some(60, [500])), other: sums([700]) };
    const found = matchedDifferenceOf([alone, { one: sums(some(20, [100])), other: sums(some(40, [90])) }]);
    expect(found).toEqual({ value: 10, low: null, high: null, share: 0.25 });
    expect(matchedDifferenceOf([alone])).toBeNull();
  });
});

describe('the rise of a line', () => {
  it('is that of the straight line that fits best', () => {
    expect(riseOf([0.1, 0.2, 0.3])).toBeCloseTo(0.2, 12);
    expect(riseOf([0.5, 0.5, 0.5])).toBe(0);
    expect(riseOf([0.4, null, 0.2])).toBeCloseTo(-0.2, 12);
  });

  it('is unknown of fewer than two values', () => {
    expect(riseOf([null, 0.3])).toBeNull();
  });
});
