import type { QuotedPromotion } from '@adal/events';
import fc from 'fast-check';
import { aQuote } from '../../../test/builders';
import type { PurchaseLineRow } from '../purchases';
import { promotionsBack } from './promotions-back.rules';
import { addParts, splitReturn, type ReturnedPart } from './return.rules';

/** Lines with what each of two promotions gave them; what is left is the programme's. */
const sale = fc.array(
  fc.record({
    quantityMilli: fc.integer({ min: 1, max: 5_000 }),
    given: fc.tuple(fc.nat(900), fc.nat(900), fc.nat(900)),
  }),
  { minLength: 1, maxLength: 4 },
);
const pieces = fc.array(fc.record({ line: fc.nat(3), quantity: fc.integer({ min: 1, max: 2_000 }) }), { maxLength: 8 });
type Given = typeof sale extends fc.Arbitrary<infer T> ? T : never;

function linesOf(given: Given): PurchaseLineRow[] {
  const { lines } = aQuote(
    given.map(({ quantityMilli, given: [one, other, rest] }) => ({ quantityMilli, earnedMinor: one + other + rest })),
  );
  return lines.map(({ quantityMilli, pointsEarnedMinor, ...line }) => ({
    ...{ ...line, purchaseId: 'sale', quantityMilli: BigInt(quantityMilli), priceMinor: 0n, totalMinor: 0n },
    ...{ discountMinor: 0n, amountMinor: 0n, costMinor: null, pointsSpentMinor: 0n, discounts: null },
    pointsEarnedMinor: BigInt(pointsEarnedMinor),
  }));
}

const promotionsOf = (given: Given): QuotedPromotion[] =>
  [0, 1].map((n) => {
    const pointsByLine = given.map((line, index) => ({ lineNo: index + 1, pointsMinor: line.given[n] ?? 0 }));
    const pointsMinor = pointsByLine.reduce((all, one) => all + one.pointsMinor, 0);
    return { promotionId: `P${n}`, version: 1, variant: null, heldOut: false, pointsMinor, pointsByLine };
  });

const pointsOf = (told: readonly QuotedPromotion[], promotionId: string, lineNo: number): number =>
  told
    .filter((one) => one.promotionId === promotionId)
    .flatMap(({ pointsByLine = [] }) => pointsByLine)
    .reduce((all, one) => (one.lineNo === lineNo ? all + one.pointsMinor : all), 0);

it('gives back what each promotion gave, in any pieces: never more, and all of it with the last', () => {
  fc.assert(
    fc.property(sale, pieces, (given, wanted) => {
      const [lines, promotions] = [linesOf(given), promotionsOf(given)];
      const earlier = new Map<number, ReturnedPart>();
      const told: QuotedPromotion[] = [];
      for (const piece of [...wanted, null]) {
        const asked = piece && [{ lineNo: (piece.line % lines.length) + 1, quantity: BigInt(piece.quantity) }];
        const parts = splitReturn(lines, earlier, asked);
        if ('__typename' in parts) continue;
        const back = promotionsBack({ promotions }, lines, parts, { parts: earlier, promotions: told }) ?? [];
        for (const { lineNo, pointsEarnedMinor } of parts) {
          const shares = promotions.map(({ promotionId }) => -pointsOf(back, promotionId, lineNo));
          expect(shares.every((share) => share >= 0)).toBe(true);
          expect(shares.reduce((all, share) => all + share, 0)).toBeLessThanOrEqual(Number(pointsEarnedMinor));
        }
        for (const part of parts) {
          const before = earlier.get(part.lineNo);
          earlier.set(part.lineNo, before ? addParts(before, part) : part);
        }
        told.push(...back);
      }
      given.forEach((line, index) =>
        [0, 1].forEach((n) => expect(pointsOf(told, `P${n}`, index + 1)).toBe(-(line.given[n] ?? 0) || 0)),
      );
    }),
  );
});

it('takes in proportion: half of a line gives back half of what each gave', () => {
  const given: Given = [{ quantityMilli: 2_000, given: [600, 200, 400] }];
  const lines = linesOf(given);
  const parts = splitReturn(lines, new Map(), [{ lineNo: 1, quantity: 1_000n }]);
  if ('__typename' in parts) throw new Error(parts.message);
  const back = promotionsBack({ promotions: promotionsOf(given) }, lines, parts, { parts: new Map(), promotions: [] });
  expect(back?.map(({ pointsMinor }) => pointsMinor)).toEqual([-300, -100]);
});

it('tells promotions of which nobody kept which lines earned their points without any', () => {
  const given: Given = [{ quantityMilli: 1_000, given: [5, 5, 5] }];
  const lines = linesOf(given);
  const parts = splitReturn(lines, new Map(), null);
  if ('__typename' in parts) throw new Error(parts.message);
  const promotions = promotionsOf(given).map(({ pointsByLine: _, ...promotion }) => promotion);
  const back = promotionsBack({ promotions }, lines, parts, { parts: new Map(), promotions: [] });
  expect(back?.map((one) => 'pointsMinor' in one)).toEqual([false, false]);
});
