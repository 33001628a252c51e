import fc from 'fast-check';
import { checkDefinition, compile, quote } from '.';
import { promotionsArb } from './test/arbitraries';
import { basketArb, programmeArb } from './test/baskets';
import { priceSlowly } from './test/reference';

it('prices like the slow way, which looks at every promotion, every line and every unit', () => {
  let discounted = 0;
  const caseArb = fc.tuple(promotionsArb, programmeArb, basketArb, fc.bigInt({ min: 0n, max: 100n }));
  fc.assert(
    fc.property(caseArb, ([all, programme, free, share]) => {
      const promotions = all.filter((promotion) => checkDefinition(promotion).length === 0);
      const compiled = compile(promotions, programme);
      const first = quote(compiled, free);
      const spendable = first.__typename === 'PricedBasket' ? first.pointsSpendableMinor : 0n;
      const basket = { ...free, pointsToSpendMinor: (spendable * share) / 100n };
      const quick = quote(compiled, basket);
      if (quick.__typename !== 'PricedBasket') throw new Error('Not spendable');
      const slow = priceSlowly(promotions, programme, basket);
      if (quick.discountMinor > 0n) discounted += 1;
      expect(new Map(quick.lines.map((line) => [line.lineNo, line.payableMinor]))).toEqual(sorted(slow.payable));
      expect(new Map(quick.lines.map((line) => [line.lineNo, line.pointsEarnedMinor]))).toEqual(sorted(slow.earned));
      const discounts = quick.applied.filter(({ discountMinor }) => discountMinor > 0n);
      expect(new Map(discounts.map((one) => [one.promotionId, one.discountMinor]))).toEqual(
        new Map([...slow.discounts].filter(([, amount]) => amount > 0n)),
      );
    }),
    { numRuns: 1_500 },
  );
  expect(discounted).toBeGreaterThan(300);
});

const sorted = <T>(map: ReadonlyMap<number, T>): Map<number, T> =>
  new Map([...map].sort(([left], [right]) => left - right));
