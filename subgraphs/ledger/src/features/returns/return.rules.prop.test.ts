import { priceOf, sum } from '@adal/money';
import fc from 'fast-check';
import type { PurchaseLineRow } from '../purchases';
import { addParts, keptLimits, nothingOf, splitReturn, totalOf, type ReturnedPart } from './return.rules';

const line = fc
  .record({
    quantityMilli: fc.bigInt({ min: 1n, max: 20_000n }),
    priceMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
    discountPercent: fc.bigInt({ min: 0n, max: 100n }),
    spentPercent: fc.bigInt({ min: 0n, max: 100n }),
    pointsEarnedMinor: fc.bigInt({ min: 0n, max: 100_000n }),
  })
  .map(({ discountPercent, spentPercent, ...facts }, index?: number): PurchaseLineRow => {
    const totalMinor = priceOf(facts.priceMinor, facts.quantityMilli);
    const discountMinor = (totalMinor * discountPercent) / 100n;
    const pointsSpentMinor = ((totalMinor - discountMinor) * spentPercent) / 100n;
    const amountMinor = totalMinor - discountMinor - pointsSpentMinor;
    const text = {
      purchaseId: 'p',
      lineNo: index ?? 0,
      sku: 'A',
      name: null,
      categoryPath: null,
      brand: null,
      costMinor: null,
      discounts: null,
      promotionIds: null,
    };
    return { ...text, ...facts, totalMinor, discountMinor, pointsSpentMinor, amountMinor };
  });
const sale = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((one, index) => ({ ...one, lineNo: index + 1 })));
const pieces = fc.array(fc.record({ which: fc.nat(), share: fc.bigInt({ min: 1n, max: 100n }) }), { maxLength: 12 });

/** Returns pieces in any order, then the rest; answers every part. */
function returnAll(
  lines: readonly PurchaseLineRow[],
  wanted: readonly { which: number; share: bigint }[],
  each?: (before: Map<number, ReturnedPart>, parts: readonly ReturnedPart[]) => void,
): ReturnedPart[] {
  const returned = new Map<number, ReturnedPart>();
  const all: ReturnedPart[] = [];
  const take = (asked: { lineNo: number; quantity: bigint }[] | null): void => {
    const parts = splitReturn(lines, returned, asked);
    if ('__typename' in parts) return;
    each?.(new Map(returned), parts);
    for (const part of parts)
      returned.set(part.lineNo, addParts(returned.get(part.lineNo) ?? nothingOf(part.lineNo), part));
    all.push(...parts);
  };
  for (const { which, share } of wanted) {
    const picked = lines[which % lines.length];
    const quantity = picked ? (picked.quantityMilli * share) / 100n : 0n;
    if (picked && quantity > 0n) take([{ lineNo: picked.lineNo, quantity }]);
  }
  take(null);
  return all;
}

it('gives back exactly what was sold, in any pieces', () => {
  fc.assert(
    fc.property(sale, pieces, (lines, wanted) => {
      const parts = returnAll(lines, wanted);
      for (const sold of lines) {
        const own = parts.filter((part) => part.lineNo === sold.lineNo);
        const total = own.reduce(addParts, nothingOf(sold.lineNo));
        expect(total).toEqual({
          lineNo: sold.lineNo,
          quantityMilli: sold.quantityMilli,
          discountMinor: sold.discountMinor,
          amountMinor: sold.amountMinor,
          pointsSpentMinor: sold.pointsSpentMinor,
          pointsEarnedMinor: sold.pointsEarnedMinor,
        });
      }
    }),
  );
});

it('never gives back less than nothing', () => {
  fc.assert(
    fc.property(sale, pieces, (lines, wanted) => {
      for (const part of returnAll(lines, wanted)) {
        const figures = [
          part.discountMinor,
          part.amountMinor,
          part.pointsSpentMinor,
          part.pointsEarnedMinor,
          totalOf(part),
        ];
        expect(figures.every((figure) => figure >= 0n)).toBe(true);
      }
    }),
  );
});

it('gives limits back piece by piece and wholly at the end; a coupon only then', () => {
  fc.assert(
    fc.property(sale, pieces, fc.bigInt({ min: 1n, max: 10_000n }), (lines, wanted, budget) => {
      let uses = [
        { key: 'budget', amount: budget },
        { key: 'coupon', amount: 1n },
      ];
      let left = sum(lines.map(({ quantityMilli }) => quantityMilli));
      returnAll(lines, wanted, (before, parts) => {
        const kept = keptLimits(uses, lines, before, parts);
        left -= sum(parts.map(({ quantityMilli }) => quantityMilli));
        kept.forEach(({ amount }, index) => expect(amount <= (uses[index]?.amount ?? 0n)).toBe(true));
        const worthless = lines.every((one) => one.totalMinor === 0n);
        if (left > 0n && !worthless && kept[1]?.amount === 0n) {
          // All that was worth anything is back.
          expect(kept[0]?.amount).toBe(0n);
        }
        uses = kept;
      });
      expect(uses.map(({ amount }) => amount)).toEqual([0n, 0n]);
    }),
  );
});
