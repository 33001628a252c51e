import fc from 'fast-check';
import type { Basket, BasketLine, MemberFacts } from '../basket';
import type { Programme } from '../programme';
import { aBasket, aLine, aMember, aProgramme, SUNDAY_AFTERNOON } from './builders';

const DAY = 86_400_000;
const TYPES: Record<string, Partial<BasketLine>> = {
  a: { brand: 'X', category: 'Food > Dairy', attributes: { size: 38, colour: 'red' }, sets: ['s1'] },
  b: { brand: 'X', category: 'Shoes > Boots', attributes: { size: 42 }, sets: ['s1', 's2'] },
  c: { brand: 'Y', category: 'Food', attributes: { colour: 'blue', tags: ['new', 'sale'] } },
  d: { brand: null, category: 'Food > Dairy > Milk', minPriceMinor: 5_000n },
  e: { brand: null, category: null, notDiscountable: true },
};
const SKUS = Object.keys(TYPES);

const linesArb: fc.Arbitrary<BasketLine[]> = fc
  .array(
    fc.record({
      sku: fc.constantFrom(...SKUS),
      quantityMilli: fc.oneof(
        fc.bigInt({ min: 1n, max: 4n }).map((whole) => whole * 1_000n),
        fc.bigInt({ min: 1n, max: 3_000n }),
      ),
      priceMinor: fc.oneof(fc.constantFrom(10_000n, 33_33n), fc.bigInt({ min: 0n, max: 100_000n })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.map((line, index) => aLine({ ...TYPES[line.sku], ...line, lineNo: index + 1 })));

const pastArb = fc.array(
  fc.record({
    at: fc.integer({ min: 1, max: 70 }).map((days) => SUNDAY_AFTERNOON - days * DAY),
    lines: fc.array(
      fc.constantFrom(...SKUS).map((sku) => ({ ...aLine({ ...TYPES[sku], sku }), amountMinor: 1_000_00n })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 3 },
);

const memberArb: fc.Arbitrary<MemberFacts> = fc
  .record({
    id: fc.integer({ min: 0, max: 500 }).map((n) => `member-${n}`),
    gender: fc.constantFrom('FEMALE' as const, 'MALE' as const, null),
    birthDate: fc.constantFrom('1990-11-20', '2001-05-05', null),
    city: fc.constantFrom('Almaty', ' astana', null),
    attributes: fc.constantFrom({}, { tier: 'gold' }),
    segments: fc.subarray(['seg1', 'seg2', 'seg3']),
    lists: fc.subarray(['list1']),
    children: fc.constantFrom([], [{ gender: null, birthDate: '2022-01-01' }]),
    registeredAt: fc.constantFrom(null, SUNDAY_AFTERNOON - 10 * DAY),
    purchaseCount: fc.integer({ min: 0, max: 4 }),
    lastPurchaseAt: fc.constantFrom(null, SUNDAY_AFTERNOON - 12 * DAY),
    history: pastArb,
  })
  .map(aMember);

export const basketArb: fc.Arbitrary<Basket> = fc
  .record({
    lines: linesArb,
    member: fc.option(memberArb, { freq: 5 }),
    channel: fc.constantFrom('POS' as const, 'ONLINE' as const),
    storeId: fc.constantFrom('ALM-1', 'AST-1'),
    store: fc.constantFrom('Almaty', 'Astana', null).map((city) => ({ city, banner: null, brand: null })),
    coupons: fc.constantFrom(
      [],
      [
        { code: 'c2', poolId: 'pool' },
        { code: 'c1', poolId: 'pool' },
      ],
    ),
    tenders: fc.constantFrom(
      [],
      [{ tender: 'CARD', amountMinor: null }],
      [
        { tender: 'CASH', amountMinor: 5_000n },
        { tender: 'CARD', amountMinor: null },
      ],
    ),
    holidays: fc.constantFrom([], [{ name: 'Day', date: '2026-11-23' }]),
  })
  .map(aBasket);

export const programmeArb: fc.Arbitrary<Programme> = fc
  .record({
    earnPercent: fc.bigInt({ min: 0n, max: 10_000n }),
    payPercent: fc.bigInt({ min: 0n, max: 10_000n }),
    rewardBase: fc.constantFrom(
      'BEFORE_DISCOUNTS' as const,
      'AFTER_DISCOUNTS' as const,
      'AFTER_DISCOUNTS_AND_POINTS' as const,
    ),
    rounding: fc.record({
      unitMinor: fc.constantFrom(1n, 10n, 100n),
      mode: fc.constantFrom('DOWN' as const, 'HALF_UP' as const),
    }),
    earnExcluded: fc.constantFrom(null, { kind: 'BRAND' as const, in: ['X'] }),
    payExcluded: fc.constantFrom(null, { kind: 'CATEGORY' as const, in: ['Food'] }),
    holdout: fc.constantFrom(null, null, { share: 2_000n, salt: 'all' }),
  })
  .map(aProgramme);
