import fc from 'fast-check';
import type { Condition, SegmentNode } from '../../src/features/segment-language/segment-definition';
import { POOLS } from './segment-coupons';
import { dayBefore } from './segment-world';

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const bounds = (max: number): fc.Arbitrary<object> =>
  fc
    .tuple(optional(fc.nat(max)), optional(fc.nat(max)))
    .map(([from, to]) => compact({ from, to: from !== undefined && to !== undefined ? Math.max(from, to) : to }));
const some = (...values: string[]): fc.Arbitrary<string[]> => fc.subarray(values, { minLength: 1 });
const window = fc.oneof(
  fc.constant({ kind: 'EVER' as const }),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ kind: 'LAST_DAYS' as const, days })),
  fc.nat(40).map((days) => ({ kind: 'BETWEEN' as const, from: dayBefore(days + 14), to: dayBefore(days) })),
  fc
    .tuple(fc.constantFrom('WEEK' as const, 'MONTH' as const, 'QUARTER' as const, 'YEAR' as const), fc.nat(2))
    .map(([unit, ago]) => ({ kind: 'CALENDAR' as const, unit, ago })),
);
const ahead = fc.oneof(
  fc
    .tuple(fc.nat(10), fc.nat(10))
    .map(([fromDays, more]) => ({ kind: 'DAYS' as const, fromDays, toDays: fromDays + more })),
  fc
    .tuple(fc.constantFrom('WEEK' as const, 'MONTH' as const), fc.nat(1))
    .map(([unit, count]) => ({ kind: 'CALENDAR' as const, unit, ahead: count })),
);
const goods = fc
  .record({
    stores: optional(some('S1', 'S2', 'S9')),
    cities: optional(some('Almaty', "Alma's")),
    categories: optional(some('Shoes', 'Bags')),
    brands: optional(some('Arman', '')),
    skus: optional(some('SKU-1', 'SKU-2')),
    weekdays: optional(fc.subarray([1, 3, 6, 7], { minLength: 1 })),
    dayKind: optional(fc.constantFrom('WORKING_DAY' as const, 'DAY_OFF' as const)),
    hours: optional(fc.constant({ from: 12, to: 18 })),
    promoted: optional(fc.boolean()),
  })
  .chain((all) =>
    fc
      .subarray(Object.keys(all))
      .map((kept) => compact(Object.fromEntries(Object.entries(all).filter(([key]) => kept.includes(key))))),
  );

const couponsOf = {
  pools: optional(fc.subarray([...POOLS])),
  promotions: optional(fc.subarray(['Spring', 'Autumn'])),
};

function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const leaf = <K extends Condition['kind']>(kind: K, fields: object): fc.Arbitrary<Condition> =>
  fc
    .record(fields as Record<string, fc.Arbitrary<unknown>>)
    .map((rest) => compact({ kind, ...rest }) as unknown as Condition);
const spread = (kind: string, limits: fc.Arbitrary<object>, fields: object = {}): fc.Arbitrary<Condition> =>
  fc
    .tuple(fc.record(fields as Record<string, fc.Arbitrary<unknown>>), limits)
    .map(([rest, limit]) => compact({ kind, ...rest, ...limit }) as unknown as Condition);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf('CITY', { in: some('Almaty', "Alma's", '') }),
  leaf('GENDER', { in: some('FEMALE', 'UNKNOWN') }),
  leaf('HOME_STORE', { in: some('S1', '') }),
  leaf('STATUS', { in: some('ACTIVE', 'BLOCKED') }),
  spread('AGE', bounds(40), { unknown: optional(fc.boolean()) }),
  leaf('REGISTERED', { when: window }),
  leaf('CONSENT', { channel: fc.constantFrom('SMS', 'EMAIL'), given: fc.boolean() }),
  leaf('CONTACT', { contact: fc.constantFrom('PHONE', 'EMAIL'), known: fc.boolean() }),
  leaf('ATTRIBUTE', { key: fc.constantFrom('size', 'pet'), in: some('38', 'cat', '') }),
  leaf('ATTRIBUTE_KNOWN', { key: fc.constantFrom('size', 'pet'), known: fc.boolean() }),
  leaf('ATTRIBUTE_RANGE', {
    key: fc.constant('size'),
    type: fc.constant('NUMBER'),
    from: fc.constantFrom('38', '40.5'),
    to: optional(fc.constant('41')),
  }),
  leaf('ATTRIBUTE_RANGE', {
    key: fc.constantFrom('since', 'pet'),
    type: fc.constant('DATE'),
    from: fc.constant('2024-01-01'),
  }),
  spread('CHILD', bounds(9), { gender: optional(fc.constantFrom('FEMALE', 'MALE')) }),
  spread('CHILDREN', bounds(2)),
  leaf('BIRTHDAY', { of: fc.constantFrom('MEMBER', 'CHILD'), when: ahead }),
  spread('PURCHASES', bounds(3), { of: goods, when: window, measure: fc.constantFrom('RECEIPTS', 'DAYS', 'STORES') }),
  spread('PURCHASES', bounds(120_000), { of: goods, when: window, measure: fc.constantFrom('AMOUNT', 'QUANTITY') }),
  spread('POINTS', bounds(15_000), { state: fc.constantFrom('AVAILABLE', 'PENDING') }),
  spread('POINTS_ACTIVATING', bounds(15_000), { when: ahead }),
  spread('POINTS_EXPIRING', bounds(15_000), { when: ahead }),
  ...(['COUPONS_RECEIVED', 'COUPONS_REDEEMED', 'COUPONS_EXPIRED'] as const).map((kind) =>
    spread(kind, bounds(3), { ...couponsOf, when: window }),
  ),
  spread('COUPONS_USABLE', bounds(3), couponsOf),
  spread('COUPONS_EXPIRING', bounds(3), { ...couponsOf, when: ahead }),
  spread('PURCHASES', bounds(2_000), {
    of: fc.constantFrom({}, { stores: ['S1'] }, { hours: { from: 12, to: 18 } }),
    when: window,
    measure: fc.constantFrom('POINTS_EARNED', 'POINTS_SPENT'),
  }),
  spread('AVERAGE_RECEIPT', bounds(90_000), { when: window }),
  spread('DAYS_SINCE', bounds(60), { purchase: fc.constantFrom('LAST', 'FIRST') }),
  leaf('RFM', { grid: fc.constant('PURCHASES_BUDGET'), cells: some('1-1', '1-2', '2-1', '2-2') }),
  leaf('RFM', { grid: fc.constant('RECENCY_FREQUENCY'), cells: some('1-1', '2-1', '3-1', '3-2', '1-2') }),
  leaf('BRAND_SHARE', {
    brand: fc.constant('Arman'),
    by: fc.constantFrom('AMOUNT', 'RECEIPTS'),
    when: window,
    from: fc.nat(1_000),
  }),
);

/** Any definition of conditions that can be counted by hand. */
export const aNode: fc.Arbitrary<SegmentNode> = fc.letrec<{ node: SegmentNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { arbitrary: condition, weight: 4 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('ALL' as const, 'ANY' as const), fc.array(tie('node'), { maxLength: 3 }))
        .map(([kind, of]) => ({ kind, of })),
      weight: 2,
    },
    { arbitrary: tie('node').map((of) => ({ kind: 'NOT' as const, of })), weight: 1 },
  ),
})).node;
