import fc from 'fast-check';
import type { Condition } from '../condition';
import type { Effect } from '../effect';
import type { Goods } from '../goods';
import type { Caps, Promotion } from '../promotion';
import { ANY_TIME, SUNDAY_AFTERNOON } from './builders';

const DAY = 86_400_000;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });
const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values, { minLength: 1 });
const money = (max = 1_000_000n): fc.Arbitrary<bigint> => fc.bigInt({ min: 1n, max });
const percent = fc.bigInt({ min: 1n, max: 10_000n });

/** Any goods, as deep as three levels. */
const goodsArb: fc.Arbitrary<Goods> = fc.letrec<{ goods: Goods }>((tie) => ({
  goods: fc.oneof(
    { depthSize: 'xsmall', maxDepth: 2 },
    fc.constant<Goods>({ kind: 'EVERYTHING' }),
    some('a', 'b', 'd', 'nowhere').map((names): Goods => ({ kind: 'SKU', in: names })),
    some('X', 'Y').map((names): Goods => ({ kind: 'BRAND', in: names })),
    some('Food', 'Food > Dairy', 'Shoes').map((names): Goods => ({ kind: 'CATEGORY', in: names })),
    some('s1', 's2').map((names): Goods => ({ kind: 'SET', in: names })),
    fc.constantFrom<Goods>(
      { kind: 'ATTRIBUTE', key: 'size', op: 'GTE', values: [40] },
      { kind: 'ATTRIBUTE', key: 'colour', op: 'IN', values: ['red', 'blue'] },
      { kind: 'ATTRIBUTE', key: 'tags', op: 'EQ', values: ['sale'] },
      { kind: 'ATTRIBUTE', key: 'size', op: 'BETWEEN', values: [36, 40] },
      { kind: 'PRICE', from: 10_000n, to: null },
    ),
    fc
      .record({
        kind: fc.constantFrom('ALL' as const, 'ANY' as const),
        of: fc.array(tie('goods'), { minLength: 1, maxLength: 2 }),
      })
      .map((group): Goods => group),
    tie('goods').map((of): Goods => (of.kind === 'EVERYTHING' ? of : { kind: 'NOT', of })),
  ),
})).goods;

const boundsArb = (max: bigint) =>
  fc.oneof(
    fc.bigInt({ min: 0n, max }).map((atLeast) => ({ atLeast, atMost: null })),
    fc.bigInt({ min: 0n, max }).map((atMost) => ({ atLeast: null, atMost })),
  );

const leafArb: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(goodsArb, boundsArb(300_000n))
    .map(([goods, bounds]): Condition => ({ kind: 'LINES', goods, measure: 'SUM', ...bounds })),
  fc
    .tuple(goodsArb, boundsArb(5_000n))
    .map(([goods, bounds]): Condition => ({ kind: 'LINES', goods, measure: 'QUANTITY', ...bounds })),
  boundsArb(500_000n).map((bounds): Condition => ({ kind: 'BASKET', measure: 'SUM', ...bounds })),
  fc.tuple(goodsArb, boundsArb(3n)).map(([goods, bounds]): Condition => ({
    kind: 'BOUGHT',
    goods,
    measure: 'RECEIPTS',
    withinDays: 30,
    ...bounds,
  })),
  fc.tuple(goodsArb, goodsArb).map(([goods, accessory]): Condition => ({
    kind: 'BOUGHT_WITHOUT',
    goods,
    accessory,
    withinDays: 60,
  })),
  fc.constantFrom<Condition>(
    { kind: 'IDENTIFIED' },
    { kind: 'GENDER', gender: 'FEMALE' },
    { kind: 'CITY', in: ['Almaty'] },
    { kind: 'AGE', from: 30, to: null },
    { kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 3 },
    { kind: 'CHILD', ageFrom: 0, ageTo: 6, gender: null, birthdayWithin: null },
    { kind: 'ATTRIBUTE', key: 'tier', op: 'EQ', values: ['gold'] },
    { kind: 'SEGMENT', in: ['seg1', 'seg2'] },
    { kind: 'MEMBER_LIST', in: ['list1'] },
    { kind: 'REGISTERED', withinDays: 30, beforeDays: null },
    { kind: 'BUCKET', salt: 'x', fromShare: 0n, toShare: 5_000n },
    { kind: 'FIRST_PURCHASE' },
    { kind: 'NTH_PURCHASE', n: null, every: 3 },
    { kind: 'DAYS_SINCE_LAST', atLeast: 10n, atMost: null },
    { kind: 'TENDER', in: ['CARD'] },
    { kind: 'CHANNEL', in: ['POS', 'APP'] },
    { kind: 'STORE', storeIds: ['ALM-1'], cities: [], banners: [], brands: [] },
    { kind: 'STORE', storeIds: [], cities: ['Astana'], banners: [], brands: [] },
    { kind: 'COUPON', poolId: 'pool' },
    { kind: 'WEEKDAYS', in: [6, 7] },
    { kind: 'HOURS', in: [{ from: 1_200, until: 960 }] },
    { kind: 'PERIOD', from: SUNDAY_AFTERNOON - DAY, until: SUNDAY_AFTERNOON + DAY },
    { kind: 'HOLIDAY', names: [], daysBefore: 1, daysAfter: 0 },
  ),
);

/** Any condition, as deep as three levels. */
const conditionArb: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'xsmall', maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: leafArb },
    {
      weight: 1,
      arbitrary: fc
        .record({
          kind: fc.constantFrom('ALL' as const, 'ANY' as const),
          of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        })
        .map((group): Condition => group),
    },
    { weight: 1, arbitrary: tie('condition').map((of): Condition => ({ kind: 'NOT', of })) },
  ),
})).condition;

const units = fc.integer({ min: 2, max: 4 });
const every = maybe(fc.integer({ min: 1, max: 3 }));
const partsArb = fc.array(fc.record({ goods: goodsArb, quantity: fc.integer({ min: 1, max: 2 }) }), {
  minLength: 2,
  maxLength: 3,
});
const dates = { activationDays: maybe(fc.constantFrom(0, 7)), lifetimeDays: maybe(fc.constantFrom(30, 90)) };
const text = { en: 'Hello', ru: 'Привет', kk: 'Сәлем' };
const is = <Kind extends Effect['kind']>(kind: Kind) => fc.constant(kind);

const effectArb: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ kind: is('PERCENT'), goods: goodsArb, percent }),
  fc.record({ kind: is('AMOUNT_OFF'), goods: goodsArb, amount: money(200_000n), every }),
  fc.record({ kind: is('FIXED_PRICE'), goods: goodsArb, price: money(30_000n) }),
  fc.record({ kind: is('CHEAPEST_FREE'), goods: goodsArb, of: units, free: fc.constant(1) }),
  fc.record({ kind: is('N_FOR_M'), goods: goodsArb, take: fc.constantFrom(3, 4), pay: fc.constantFrom(1, 2) }),
  fc.record({ kind: is('NTH_AT_PERCENT'), goods: goodsArb, n: units, percent }),
  fc.record({ kind: is('BUNDLE_PRICE'), parts: partsArb, price: money(60_000n) }),
  fc.record({ kind: is('SET_PERCENT'), parts: partsArb, percent }),
  fc.record({ kind: is('GIFT'), goods: goodsArb, quantity: fc.constantFrom(1, 2) }),
  fc.record({
    kind: is('TIERS'),
    goods: goodsArb,
    by: fc.constantFrom('SUM' as const, 'QUANTITY' as const),
    steps: fc.constantFrom(
      [
        { from: 2_000n, percent: 500n, amount: null },
        { from: 90_000n, percent: 1_500n, amount: null },
      ],
      [{ from: 3_000n, percent: null, amount: 7_000n }],
    ),
  }),
  fc.record({ kind: is('POINTS_FIXED'), goods: goodsArb, points: money(20_000n), every, ...dates }),
  fc.record({ kind: is('POINTS_PERCENT'), goods: goodsArb, percent, ...dates }),
  fc.record({ kind: is('POINTS_MULTIPLIER'), goods: goodsArb, factor: fc.bigInt({ min: 101n, max: 900n }), ...dates }),
  fc.record({
    kind: is('POINTS_BY_TENDER'),
    goods: goodsArb,
    rates: fc.constant([{ tender: 'CARD', percent: 300n }]),
    ...dates,
  }),
  fc.constantFrom<Effect>(
    { kind: 'COUPON_NEXT', poolId: 'next' },
    { kind: 'MESSAGE', text },
    { kind: 'RECEIPT_TEXT', text },
  ),
);

const capArb = fc.record({ amount: maybe(money(50_000n)), percent: maybe(percent) });
const capsArb: fc.Arbitrary<Caps> = fc.oneof(
  fc.constant({
    line: { amount: null, percent: null },
    basket: { amount: null, percent: null },
    pointsPerBasket: null,
    usesPerBasket: null,
  }),
  fc.record({ line: capArb, basket: capArb, pointsPerBasket: maybe(money(30_000n)), usesPerBasket: fc.constant(null) }),
);

const effectsArb = fc.array(effectArb, { minLength: 1, maxLength: 3 });

/** A promotion of the whole language; its id comes later. */
const anyPromotionArb = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  stacking: maybe(
    fc.record({
      group: fc.constantFrom('g', 'h'),
      mode: fc.constantFrom('EXCLUSIVE' as const, 'BEST' as const, 'CUMULATIVE' as const),
    }),
  ),
  schedule: fc.constantFrom(
    ANY_TIME,
    ANY_TIME,
    ANY_TIME,
    ANY_TIME,
    { ...ANY_TIME, weekdays: [7] },
    { ...ANY_TIME, from: SUNDAY_AFTERNOON + 1 },
  ),
  condition: fc.option(conditionArb, { freq: 3 }),
  effects: effectsArb,
  caps: capsArb,
  holdout: maybe(
    fc.record({ share: fc.bigInt({ min: 0n, max: 9_999n }), salt: fc.constant(null), anonymous: fc.boolean() }),
  ),
  variants: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: effectsArb.map((effects) => [{ key: 'B', share: 5_000n, effects }]) },
  ),
});

export const promotionsArb: fc.Arbitrary<Promotion[]> = fc
  .array(anyPromotionArb, { maxLength: 6 })
  .map((list) => list.map((one, index) => ({ id: `P${index}`, version: 1, name: `P${index}`, ...one })));
