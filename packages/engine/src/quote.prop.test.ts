import { sum } from '@adal/money';
import fc from 'fast-check';
import { compile, quote, type Basket, type PricedBasket, type Programme, type Promotion } from '.';
import { checkDefinition } from './check-definition';
import { promotionsArb } from './test/arbitraries';
import { basketArb, programmeArb } from './test/baskets';
import { aPromotion } from './test/builders';

const caseArb = fc.record({
  promotions: promotionsArb,
  programme: programmeArb,
  basket: basketArb,
  spendShare: fc.bigInt({ min: 0n, max: 100n }),
});
type Case = typeof caseArb extends fc.Arbitrary<infer T> ? T : never;

function price(promotions: readonly Promotion[], programme: Programme, basket: Basket): PricedBasket {
  const result = quote(compile(promotions, programme), basket);
  if (result.__typename !== 'PricedBasket') throw new Error('Not spendable');
  return result;
}

/** Promotions that a chain could save; the language allows more than makes sense. */
const saved = (promotions: readonly Promotion[]): Promotion[] =>
  promotions.filter((promotion) => checkDefinition(promotion).length === 0);

/** Spends a share of what is spendable. */
function priceCase({ promotions, programme, basket, spendShare }: Case): PricedBasket {
  const { pointsSpendableMinor } = price(saved(promotions), programme, basket);
  const pointsToSpendMinor = (pointsSpendableMinor * spendShare) / 100n;
  return price(saved(promotions), programme, { ...basket, pointsToSpendMinor });
}

const always = (law: (given: Case) => void): void => fc.assert(fc.property(caseArb, law), { numRuns: 400 });

it('adds up to the minor unit', () => {
  always((given) => {
    const priced = priceCase(given);
    for (const field of [
      'totalMinor',
      'discountMinor',
      'pointsSpendableMinor',
      'pointsSpentMinor',
      'payableMinor',
      'pointsEarnedMinor',
    ] as const) {
      expect(sum(priced.lines.map((line) => line[field]))).toBe(priced[field]);
    }
    expect(priced.payableMinor).toBe(priced.totalMinor - priced.discountMinor - priced.pointsSpentMinor);
    expect(sum(priced.applied.map((promotion) => promotion.discountMinor))).toBe(priced.discountMinor);
    for (const { pointsByLine, pointsEarnedMinor } of priced.applied)
      expect(sum(pointsByLine.values())).toBe(pointsEarnedMinor);
    for (const { lineNo, pointsEarnedMinor } of priced.lines)
      expect(sum(priced.applied.map((one) => one.pointsByLine.get(lineNo) ?? 0n)) <= pointsEarnedMinor).toBe(true);
    expect(new Set(priced.applied.map(({ promotionId }) => promotionId)).size).toBe(priced.applied.length);
    expect(sum(priced.grants.map(({ pointsMinor }) => pointsMinor))).toBe(priced.pointsEarnedMinor);
    for (const line of priced.lines) {
      expect(sum(line.discounts.map(({ amountMinor }) => amountMinor))).toBe(line.discountMinor);
    }
  });
});

it('takes no price below zero or its minimum, whatever is promised, and no more points than the programme lets', () => {
  always((given) => {
    for (const line of priceCase(given).lines) {
      const own = given.basket.lines.find(({ lineNo }) => lineNo === line.lineNo);
      expect(line.payableMinor >= 0n && line.pointsEarnedMinor >= 0n).toBe(true);
      if (own?.notDiscountable === true) expect(line.payableMinor).toBe(line.totalMinor);
      const least = ((own?.minPriceMinor ?? 0n) * line.quantityMilli) / 1_000n;
      expect(line.payableMinor >= least || line.payableMinor === line.totalMinor).toBe(true);
      expect(line.pointsSpentMinor <= line.pointsSpendableMinor).toBe(true);
      const payable = (line.totalMinor - line.discountMinor) * given.programme.payPercent;
      expect(line.pointsSpendableMinor * 10_000n <= payable).toBe(true);
    }
  });
});

it('keeps every cap', () => {
  always((given) => {
    const { lines, applied, totalMinor } = priceCase(given);
    for (const { id, caps } of saved(given.promotions)) {
      const within = (taken: bigint, { amount, percent }: typeof caps.line, whole: bigint): boolean =>
        (amount === null || taken <= amount) && (percent === null || taken * 10_000n <= whole * percent);
      for (const line of lines) {
        const own = line.discounts.filter(({ promotionId }) => promotionId === id);
        expect(within(sum(own.map(({ amountMinor }) => amountMinor)), caps.line, line.totalMinor)).toBe(true);
      }
      const whole = applied.find(({ promotionId }) => promotionId === id);
      if (whole === undefined) continue;
      expect(within(whole.discountMinor, caps.basket, totalMinor)).toBe(true);
      // The receipt's points are rounded once, which moves at most one step.
      const most = (caps.pointsPerBasket ?? whole.pointsEarnedMinor) + given.programme.rounding.unitMinor;
      expect(whole.pointsEarnedMinor <= most).toBe(true);
    }
  });
});

it('gives an account of every promotion at most once, and of each that it touches', () => {
  always((given) => {
    const { applied, notApplied, heldOut } = priceCase(given);
    const ids = [...applied, ...notApplied, ...heldOut].map(({ promotionId }) => promotionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('does not depend on the order of promotions, lines and coupons, nor on the numbers of the lines', () => {
  fc.assert(
    fc.property(caseArb, fc.infiniteStream(fc.nat()), (given, keys) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, key: Number(keys.next().value) }))
          .sort((left, right) => left.key - right.key)
          .map(({ item }) => item);
      const lines = shuffle(given.basket.lines).map((line, index) => ({ ...line, lineNo: index + 1 }));
      const basket = { ...given.basket, lines, coupons: shuffle(given.basket.coupons) };
      const other = priceCase({ ...given, promotions: shuffle(given.promotions), basket });
      expect(content(other)).toEqual(content(priceCase(given)));
    }),
    { numRuns: 400 },
  );
});

const content = ({ lines, applied, ...rest }: PricedBasket) => ({
  ...rest,
  applied: applied.map(({ pointsByLine: _, ...promotion }) => promotion),
  lines: lines
    .map(({ lineNo, ...line }) =>
      JSON.stringify([line, applied.map(({ pointsByLine }) => pointsByLine.get(lineNo))], (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value,
      ),
    )
    .sort(),
});

it('is not changed by promotions that touch none of the goods', () => {
  always((given) => {
    const elsewhere = aPromotion(
      { kind: 'PERCENT', goods: { kind: 'SKU', in: ['far away'] }, percent: 5_000n },
      { id: 'Z', stacking: { group: 'g', mode: 'EXCLUSIVE' } },
    );
    expect(priceCase({ ...given, promotions: [...given.promotions, elsewhere] })).toEqual(priceCase(given));
  });
});

it('gives a member of a control group exactly the price of a world without the promotion', () => {
  let heldOutTimes = 0;
  always((given) => {
    const { heldOut, ...priced } = priceCase(given);
    const isHeldOut = new Set(heldOut.map(({ promotionId }) => promotionId));
    heldOutTimes += isHeldOut.size;
    const without = saved(given.promotions).filter(({ id }) => !isHeldOut.has(id));
    const { heldOut: _, ...alone } = priceCase({ ...given, promotions: without });
    expect(priced).toEqual(alone);
  });
  expect(heldOutTimes).toBeGreaterThan(20);
});
