import { compile, quote, sentenceOf, type Basket, type Effect, type PricedBasket, type Promotion } from '.';
import { aBasket, aLine, aMember, aPromotion, aProgramme, EVERYTHING, NO_CAPS, percentOff } from './test/builders';

function price(promotions: Promotion[], basket: Basket): PricedBasket {
  const result = quote(compile(promotions, aProgramme()), basket);
  if (result.__typename !== 'PricedBasket') throw new Error('The points are not spendable');
  return result;
}

/** One unit of each price, as SKUs a, b, c … */
const units = (...prices: number[]): Basket =>
  aBasket({
    lines: prices.map((one, index) =>
      aLine({
        lineNo: index + 1,
        sku: String.fromCharCode(97 + index),
        quantityMilli: 1_000n,
        priceMinor: BigInt(one) * 100n,
      }),
    ),
  });

const off = (effect: Effect, basket: Basket, promotion: Partial<Promotion> = {}): number[] =>
  price([aPromotion(effect, promotion)], basket).lines.map(({ discountMinor }) => Number(discountMinor) / 100);

const goods = EVERYTHING;
const sku = (...names: string[]) => ({ kind: 'SKU' as const, in: names });

it.each<[string, Effect, number[], number[]]>([
  ['the cheapest of three', { kind: 'CHEAPEST_FREE', goods, of: 3, free: 1 }, [50, 90, 70, 20], [50, 0, 0, 0]],
  ['two of four', { kind: 'CHEAPEST_FREE', goods, of: 4, free: 2 }, [50, 90, 70, 20], [50, 0, 0, 20]],
  ['the second pair', { kind: 'NTH_AT_PERCENT', goods, n: 2, percent: 5_000n }, [50, 90, 70, 20], [0, 0, 35, 10]],
  ['a new price', { kind: 'FIXED_PRICE', goods, price: 60_00n }, [50, 90, 70], [0, 30, 10]],
  ['nothing of different SKUs', { kind: 'N_FOR_M', goods, take: 2, pay: 1 }, [50, 50], [0, 0]],
  [
    'a bundle',
    {
      kind: 'BUNDLE_PRICE',
      parts: [
        { goods: sku('a', 'b'), quantity: 1 },
        { goods: sku('c'), quantity: 1 },
      ],
      price: 100_00n,
    },
    [50, 90, 70],
    [0, 33.75, 26.25],
  ],
  [
    'a bundle whose narrow part chooses first',
    {
      kind: 'SET_PERCENT',
      parts: [
        { goods, quantity: 1 },
        { goods: sku('b'), quantity: 1 },
      ],
      percent: 1_000n,
    },
    [50, 90],
    [5, 9],
  ],
  ['a gift', { kind: 'GIFT', goods: sku('a', 'c'), quantity: 1 }, [50, 90, 20], [0, 0, 20]],
  [
    'an amount for every two',
    { kind: 'AMOUNT_OFF', goods, amount: 10_00n, every: 2 },
    [30, 30, 30, 30, 30],
    [4, 4, 4, 4, 4],
  ],
])('gives %s', (_, effect, prices, discounts) => expect(off(effect, units(...prices))).toEqual(discounts));

it('repeats within a basket no more often than it may', () => {
  const effect: Effect = { kind: 'CHEAPEST_FREE', goods, of: 2, free: 1 };
  const once = { caps: { ...NO_CAPS, usesPerBasket: 1 } };
  expect(off(effect, units(40, 30, 20, 10), once)).toEqual([0, 30, 0, 0]);
});

it('keeps caps in money and percent, of a line and of the basket', () => {
  const caps = { ...NO_CAPS, line: { amount: 30_00n, percent: null }, basket: { amount: 35_00n, percent: null } };
  expect(off({ kind: 'PERCENT', goods, percent: 5_000n }, units(100, 40), { caps })).toEqual([21, 14]);
  const share = { ...NO_CAPS, basket: { amount: null, percent: 1_000n } };
  expect(off({ kind: 'PERCENT', goods, percent: 5_000n }, units(100, 100), { caps: share })).toEqual([10, 10]);
});

it('keeps minimum prices, and spends neither discounts nor points on what is not discountable', () => {
  const [whisky, tobacco] = [
    aLine({ quantityMilli: 1_000n, priceMinor: 100_00n, minPriceMinor: 90_00n }),
    aLine({ lineNo: 2, sku: 'tobacco', quantityMilli: 1_000n, priceMinor: 100_00n, notDiscountable: true }),
  ];
  const priced = price([percentOff(5_000n)], aBasket({ lines: [whisky, tobacco] }));
  expect(priced.lines.map(({ payableMinor }) => payableMinor)).toEqual([90_00n, 100_00n]);
  expect(priced.pointsSpendableMinor).toBe(0n);
});

it('says what is missing for the step, the set, the gift, and what more would bring', () => {
  const why = (effect: Effect, basket: Basket): string[] =>
    price([aPromotion(effect)], basket).notApplied.map(({ because }) => sentenceOf(because, 'en'));
  const steps = [
    { from: 500_00n, percent: 1_000n, amount: null },
    { from: 900_00n, percent: 2_000n, amount: null },
  ];
  const tiers: Effect = { kind: 'TIERS', goods, by: 'SUM', steps };
  expect(why(tiers, units(70))).toEqual(['430 more for 10%: all goods']);
  expect(why({ kind: 'CHEAPEST_FREE', goods, of: 3, free: 1 }, units(1, 1))).toEqual(['1 more of all goods to make 3']);
  expect(why({ kind: 'GIFT', goods: sku('z'), quantity: 1 }, units(1))).toEqual([
    'Add the gift to the basket: 1 of SKU z',
  ]);
  const [applied] = price([aPromotion(tiers)], units(600)).applied;
  expect(applied?.next && sentenceOf(applied.next, 'ru')).toBe('Ещё 300 до скидки 20%: все товары');
});

it('gives points with dates of their own, within their cap', () => {
  const cashback: Effect = { kind: 'POINTS_PERCENT', goods, percent: 1_000n, activationDays: 0, lifetimeDays: 30 };
  const caps = { ...NO_CAPS, pointsPerBasket: 20_00n };
  const basket = units(1_000);
  const { grants, applied } = price([aPromotion(cashback, { caps })], basket);
  const day = 86_400_000;
  expect(grants).toEqual([
    { pointsMinor: 50_00n, activateAt: basket.at + 14 * day, expireAt: basket.at + 379 * day },
    { pointsMinor: 20_00n, activateAt: basket.at, expireAt: basket.at + 30 * day },
  ]);
  expect(applied).toMatchObject([{ pointsEarnedMinor: 20_00n }]);
});

it('keeps the first by priority of an exclusive group, and tells the others', () => {
  const stacking = { group: 'g', mode: 'EXCLUSIVE' as const };
  const small = percentOff(500n, { id: 'small', name: 'Small', priority: 200, stacking });
  const large = percentOff(5_000n, { id: 'large', stacking });
  const priced = price([large, small], units(100));
  expect(priced.discountMinor).toBe(5_00n);
  expect(priced.notApplied.map(({ because }) => sentenceOf(because, 'en'))).toEqual([
    'Does not add to “Small”, which goes first',
  ]);
});

it('gives each member the same variant every time, in about its share', () => {
  const halves = aPromotion(
    { kind: 'PERCENT', goods, percent: 100n },
    { variants: [{ key: 'B', share: 5_000n, effects: [{ kind: 'PERCENT', goods, percent: 200n }] }] },
  );
  const variantOf = (n: number): string | null | undefined =>
    price([halves], { ...units(100), member: aMember({ id: `m${n}` }) }).applied[0]?.variant;
  const all = Array.from({ length: 400 }, (_, n) => variantOf(n));
  expect(all).toEqual(Array.from({ length: 400 }, (_, n) => variantOf(n)));
  expect(Math.abs(all.filter((key) => key === 'B').length - 200)).toBeLessThan(50);
});

it('uses up one coupon of a pool, whatever the order in which they are shown', () => {
  const coupons = ['z', 'b', 'k'].map((code) => ({ code, poolId: 'pool' }));
  const promotion = percentOff(1_000n, { condition: { kind: 'COUPON', poolId: 'pool' } });
  expect(price([promotion], { ...units(10), coupons }).applied).toMatchObject([{ couponCodes: ['b'] }]);
});
