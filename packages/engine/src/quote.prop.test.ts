import { sum } from '@adal/money';
import fc from 'fast-check';
import {
  compile,
  quote,
  type Basket,
  type BasketLine,
  type PricedBasket,
  type Programme,
  type Promotion,
  type Scope,
} from '.';
import { aBasket, aMember, aPromotion, aProgramme, goods as scopeOf, percentOff } from './test-builders';

const skus = ['a', 'b', 'c', 'd', 'e'];
const goods: Record<string, Pick<BasketLine, 'brand' | 'category'>> = {
  a: { brand: 'X', category: 'Food > Dairy' },
  b: { brand: 'X', category: 'Shoes > Boots' },
  c: { brand: 'Y', category: 'Food' },
  d: { brand: null, category: 'Food > Dairy > Milk' },
  e: { brand: null, category: null },
};

const lineArb = fc.record({
  sku: fc.constantFrom(...skus),
  quantityMilli: fc.bigInt({ min: 1n, max: 20_000n }),
  priceMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
});
const linesArb = fc.array(lineArb, { minLength: 1, maxLength: 12 }).map((lines) =>
  lines.map((line, index): BasketLine => ({
    brand: null,
    category: null,
    ...line,
    ...goods[line.sku],
    lineNo: index + 1,
  })),
);

const scopeArb: fc.Arbitrary<Scope> = fc.record({
  skus: fc.subarray(['a', 'b', 'd'], { maxLength: 2 }),
  brands: fc.subarray(['X', 'Y'], { maxLength: 1 }),
  categories: fc.subarray(['Food', 'Food > Dairy', 'Shoes'], { maxLength: 2 }),
});
const effectArb = scopeArb.chain((scope) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('PERCENT_OFF' as const),
      scope: fc.constant(scope),
      percent: fc.bigInt({ min: 1n, max: 10_000n }),
    }),
    fc.record({
      kind: fc.constant('AMOUNT_OFF' as const),
      scope: fc.constant(scope),
      thresholdMinor: fc.bigInt({ min: 0n, max: 2_000_000n }),
      amountMinor: fc.bigInt({ min: 1n, max: 500_000n }),
    }),
    fc.record({
      kind: fc.constant('POINTS_MULTIPLIER' as const),
      scope: fc.constant(scope),
      factor: fc.bigInt({ min: 101n, max: 1_000n }),
    }),
  ),
);
const promotionsArb = fc
  .array(
    fc.record({
      effect: effectArb,
      priority: fc.integer({ min: 0, max: 3 }),
      exclusiveGroup: fc.constantFrom(null, 'g', 'h'),
    }),
    {
      maxLength: 8,
    },
  )
  .map((list) =>
    list.map(({ effect, ...rest }, index) => aPromotion(effect, { id: `P${index}`, name: `P${index}`, ...rest })),
  );

const programmeArb = fc
  .record({
    earnPercent: fc.bigInt({ min: 0n, max: 10_000n }),
    payPercent: fc.bigInt({ min: 0n, max: 10_000n }),
    rewardBase: fc.constantFrom('BEFORE_DISCOUNTS', 'AFTER_DISCOUNTS', 'AFTER_DISCOUNTS_AND_POINTS'),
    rounding: fc.record({ unitMinor: fc.constantFrom(1n, 10n, 100n), mode: fc.constantFrom('DOWN', 'HALF_UP') }),
    earnExcluded: fc.constantFrom(null, scopeOf({ brands: ['X'] })),
    payExcluded: fc.constantFrom(null, scopeOf({ categories: ['Food'] })),
  })
  .map((programme) => aProgramme(programme as Partial<Programme>));

const caseArb = fc.record({
  promotions: promotionsArb,
  programme: programmeArb,
  lines: linesArb,
  identified: fc.boolean(),
  spendShare: fc.bigInt({ min: 0n, max: 100n }),
});
type Case = typeof caseArb extends fc.Arbitrary<infer T> ? T : never;

function price(promotions: readonly Promotion[], programme: Programme, basket: Basket): PricedBasket {
  const result = quote(compile(promotions, programme), basket);
  if (result.__typename !== 'PricedBasket') throw new Error('Not spendable');
  return result;
}

/** Spends a share of what is spendable. */
function priceCase({ promotions, programme, lines, identified, spendShare }: Case): PricedBasket {
  const basket = aBasket({ lines, member: identified ? aMember() : null });
  const { pointsSpendableMinor } = price(promotions, programme, basket);
  return price(promotions, programme, { ...basket, pointsToSpendMinor: (pointsSpendableMinor * spendShare) / 100n });
}

const always = (law: (given: Case) => void): void => fc.assert(fc.property(caseArb, law), { numRuns: 300 });

it('adds up to the minor unit', () => {
  always((given) => {
    const priced = priceCase(given);
    const over = (
      field:
        | 'totalMinor'
        | 'discountMinor'
        | 'pointsSpendableMinor'
        | 'pointsSpentMinor'
        | 'payableMinor'
        | 'pointsEarnedMinor',
    ) => expect(sum(priced.lines.map((line) => line[field]))).toBe(priced[field]);
    over('totalMinor');
    over('discountMinor');
    over('pointsSpendableMinor');
    over('pointsSpentMinor');
    over('payableMinor');
    over('pointsEarnedMinor');
    expect(priced.payableMinor).toBe(priced.totalMinor - priced.discountMinor - priced.pointsSpentMinor);
    expect(sum(priced.applied.map((promotion) => promotion.discountMinor))).toBe(priced.discountMinor);
    for (const line of priced.lines)
      expect(sum(line.discounts.map(({ amountMinor }) => amountMinor))).toBe(line.discountMinor);
  });
});

it('takes no line below zero and spends no more on a line than the programme lets', () => {
  always((given) => {
    for (const line of priceCase(given).lines) {
      expect(line.payableMinor >= 0n && line.pointsEarnedMinor >= 0n).toBe(true);
      expect(line.pointsSpentMinor <= line.pointsSpendableMinor).toBe(true);
      expect(
        line.pointsSpendableMinor * 10_000n <= (line.totalMinor - line.discountMinor) * given.programme.payPercent,
      ).toBe(true);
    }
  });
});

it('gives an account of every promotion exactly once', () => {
  always((given) => {
    const { applied, notApplied } = priceCase(given);
    const accounted = [...applied, ...notApplied].map(({ promotionId }) => promotionId);
    expect(accounted.sort()).toEqual(given.promotions.map(({ id }) => id).sort());
  });
});

it('does not depend on the order of promotions or lines, nor on the numbers of the lines', () => {
  fc.assert(
    fc.property(caseArb, fc.infiniteStream(fc.nat()), (given, keys) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, key: Number(keys.next().value) }))
          .sort((left, right) => left.key - right.key)
          .map(({ item }) => item);
      const renumbered = shuffle(given.lines).map((line, index) => ({ ...line, lineNo: index + 1 }));
      const other = priceCase({ ...given, promotions: shuffle(given.promotions), lines: renumbered });
      const content = ({ lines, ...rest }: PricedBasket) => ({
        ...rest,
        lines: lines
          .map(({ lineNo: _, ...line }) =>
            JSON.stringify(line, (__, value) => (typeof value === 'bigint' ? `${value}` : value)),
          )
          .sort(),
      });
      expect(content(other)).toEqual(content(priceCase(given)));
    }),
    { numRuns: 300 },
  );
});

it('is not changed by promotions that touch none of the goods', () => {
  always((given) => {
    const elsewhere = aPromotion(
      { kind: 'PERCENT_OFF', scope: scopeOf({ skus: ['nowhere'] }), percent: 5_000n },
      { id: 'Z', exclusiveGroup: 'g' },
    );
    const withIt = priceCase({ ...given, promotions: [...given.promotions, elsewhere] });
    const notApplied = withIt.notApplied.filter(({ promotionId }) => promotionId !== 'Z');
    expect({ ...withIt, notApplied }).toEqual(priceCase(given));
  });
});

it('gives at least as much as any single promotion of an exclusive group would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 9_999n }), { minLength: 1, maxLength: 4 }),
      fc.bigInt({ min: 1n, max: 500_000n }),
      linesArb,
      (percents, amountMinor, lines) => {
        const group = percents.map((percent, index) => percentOff(percent, { id: `P${index}`, exclusiveGroup: 'g' }));
        group.push(
          aPromotion(
            { kind: 'AMOUNT_OFF', scope: scopeOf({ categories: ['Food'] }), thresholdMinor: 0n, amountMinor },
            { id: 'A', exclusiveGroup: 'g' },
          ),
        );
        const basket = aBasket({ lines });
        const together = price(group, aProgramme(), basket).discountMinor;
        const best = group.map((alone) => price([alone], aProgramme(), basket).discountMinor);
        // Benefits are compared exactly and rounded afterwards, half a minor unit a line at most.
        for (const alone of best) expect(together + BigInt(lines.length) >= alone).toBe(true);
      },
    ),
  );
});
