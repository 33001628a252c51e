import fc from 'fast-check';
import { divide, formatMilli, formatMinor, parseMilli, parseMinor, spread, sum } from '.';

const amount = fc.bigInt({ min: 0n, max: 1_000_000_000n });

it('spreads exactly, in proportion, and never beyond a weight', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 0, max: 100 }),
      (weights, percent) => {
        const total = (sum(weights) * BigInt(percent)) / 100n;
        const parts = spread(total, weights);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, index) => expect(part <= (weights[index] ?? 0n)).toBe(true));
      },
    ),
  );
});

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (value) => {
      expect(parseMinor(formatMinor(value))).toBe(value);
      expect(parseMilli(formatMilli(value))).toBe(value);
    }),
  );
});

it('rounds halves away from zero, symmetrically', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 999n }), (n, d) => {
      expect(divide(-n, d, 'HALF_UP')).toBe(-divide(n, d, 'HALF_UP'));
      const error = divide(n, d, 'HALF_UP') * d - n;
      expect((error < 0n ? -error : error) * 2n <= d).toBe(true);
    }),
  );
});
