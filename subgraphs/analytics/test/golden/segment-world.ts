import type { BookedLine, BookedReceipt, LotSnapshot, MemberSnapshot } from '@adal/events';
import fc from 'fast-check';
import { aCouponWorld } from './segment-coupons';
import { aLine, aMember, aReceipt, aStore } from '../builders';
import type { SegmentWorld } from './segment-brute-force';

const TODAY = '2024-03-01';
const MEMBERS = 40;
const LOTS = 90;
const DAY_MS = 86_400_000;
const uuid = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
/** So many days before the world's today. */
export const dayBefore = (days: number): string =>
  new Date(Date.parse(TODAY) - days * DAY_MS).toISOString().slice(0, 10);

/** People who bought and brought back in the two months before the first of March of a leap year. */
export function aSegmentWorld(seed: number): SegmentWorld {
  const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number, salt: number): T[] =>
    fc.sample(arbitrary, { numRuns: count, seed: seed + salt });
  const sales = draw(aSale, 160, 1).map((sale, index) => ({ ...sale, purchaseId: `sale-${index}` }));
  const shares = draw(fc.record({ line: fc.nat(2), whole: fc.boolean(), store: fc.constantFrom('S1', 'S2') }), 60, 2);
  const returns = shares.map(({ line, whole, store }, index) => aReturn(sales[index * 2], index, line, whole, store));
  return {
    today: TODAY,
    stores: [aStore({ storeId: 'S1', city: 'Almaty' }), aStore({ storeId: 'S2', city: "Alma's", brand: 'Dala' })],
    members: draw(aPerson, MEMBERS, 3).map((person, index) => aMember({ ...person, memberId: uuid(index) })),
    sales,
    returns: returns.flatMap((one) => one ?? []),
    daysOff: ['2024-01-07', '2024-01-08', '2024-02-14'],
    workingDays: ['2024-01-13', '2024-02-17'],
    lots: draw(aLot, LOTS, 4).map((lot, index) => ({ ...lot, lotId: uuid(index), memberId: uuid(index % MEMBERS) })),
    now: new Date(`${TODAY}T12:00:00Z`),
    coupons: aCouponWorld(
      seed + 5,
      TODAY,
      Array.from({ length: MEMBERS }, (_, index) => uuid(index)),
    ),
  };
}

/** How the ledger tells lots at a moment: it turns them over as their time comes. */
export function lotsAt(lots: readonly LotSnapshot[], now: Date): LotSnapshot[] {
  // Each member is looked at at the same moment.
  if (lastTold?.lots !== lots || lastTold.at !== now.getTime())
    lastTold = { lots, at: now.getTime(), told: lots.map((lot) => lotAt(lot, now)) };
  return lastTold.told;
}

let lastTold: { lots: readonly LotSnapshot[]; at: number; told: LotSnapshot[] } | undefined;

function lotAt(lot: LotSnapshot, now: Date): LotSnapshot {
  if (lot.expiresAt !== null && new Date(lot.expiresAt) <= now)
    return { ...lot, status: 'EXPIRED', leftMinor: 0, revision: 3 };
  return new Date(lot.activatesAt) <= now ? { ...lot, status: 'ACTIVE', revision: 2 } : lot;
}

const birthday = fc.constantFrom(
  '2000-02-29',
  '1999-03-01',
  '1998-02-28',
  '1984-12-31',
  '1990-03-05',
  '2006-03-01',
  '2006-03-02',
);
const aPerson = fc.record({
  birthDate: fc.option(birthday),
  gender: fc.constantFrom('FEMALE' as const, 'MALE' as const, 'UNKNOWN' as const),
  city: fc.option(fc.constantFrom('Almaty', "Alma's")),
  homeStoreId: fc.option(fc.constantFrom('S1', 'S2')),
  language: fc.constantFrom('ru' as const, 'kk' as const),
  channel: fc.constantFrom('POS', 'APP'),
  status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'BLOCKED' as const, 'CLOSED' as const),
  phone: fc.option(fc.constant('+77010000000')),
  email: fc.option(fc.constant('a@b.kz')),
  registeredAt: fc.nat(100).map((days) => `${dayBefore(days)}T20:30:00Z`),
  consents: fc.constantFrom<MemberSnapshot['consents'][]>(
    [],
    [{ channel: 'SMS' as const, given: true }],
    [{ channel: 'SMS' as const, given: false }],
  ),
  attributes: fc.constantFrom<Record<string, string>>(
    {},
    { size: '38' },
    { size: '41', pet: 'cat' },
    { since: '2024-01-05' },
    { size: '' },
  ),
  children: fc.array(
    fc.record({
      birthDate: fc.constantFrom('2016-02-29', '2017-03-01', '2023-03-02', '2024-03-08'),
      gender: fc.constantFrom('FEMALE' as const, 'MALE' as const, null),
    }),
    { maxLength: 2 },
  ),
});

/** Becomes spendable at a local midnight around the world's today, and expires some weeks later, or never. */
const aLot: fc.Arbitrary<LotSnapshot> = fc
  .record({
    days: fc.integer({ min: -250, max: 60 }),
    lasts: fc.option(fc.integer({ min: 1, max: 45 })),
    leftMinor: fc.constantFrom(0, 50_00, 120_00),
  })
  .map(({ days, lasts, leftMinor }) => ({
    ...{ lotId: '', memberId: '', revision: 1, status: 'PENDING', leftMinor, source: 'PURCHASE', legalEntity: 'MAIN' },
    activatesAt: `${dayBefore(days)}T19:00:00Z`,
    expiresAt: lasts === null ? null : `${dayBefore(days - lasts)}T19:00:00Z`,
  }));

const line: fc.Arbitrary<Partial<BookedLine>> = fc.record({
  sku: fc.constantFrom('SKU-1', 'SKU-2', 'SKU-3'),
  categoryPath: fc.constantFrom('Shoes', 'Shoes > Boots', 'Shoesless', 'Bags'),
  brand: fc.constantFrom('Arman', 'Dala', ''),
  quantityMilli: fc.constantFrom(1_000, 2_000),
  amountMinor: fc.integer({ min: 2, max: 60_000 }),
  promotionIds: fc.constantFrom<string[]>([], ['P1']),
  pointsEarnedMinor: fc.constantFrom(0, 0, 500),
  pointsSpentMinor: fc.constantFrom(0, 0, 0, 300),
});

const aSale: fc.Arbitrary<BookedReceipt> = fc
  .record({
    member: fc.option(fc.nat(MEMBERS - 5)),
    storeId: fc.constantFrom('S1', 'S2', 'S9'),
    days: fc.integer({ min: 0, max: 62 }),
    businessHour: fc.integer({ min: 9, max: 21 }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(({ member, days, lines, ...rest }) =>
    aReceipt({
      ...rest,
      memberId: member === null ? null : uuid(member),
      businessDay: dayBefore(days),
      occurredAt: `${dayBefore(days)}T08:00:00Z`,
      lines: lines.map((over, index) => aLine({ ...over, lineNo: index + 1 })),
    }),
  );

/** One line of a sale, or all of it, comes back some days later. */
function aReturn(
  sale: BookedReceipt | undefined,
  index: number,
  lineIndex: number,
  whole: boolean,
  storeId: string,
): { of: string; receipt: BookedReceipt } | null {
  if (!sale) return null;
  const back = whole ? sale.lines : sale.lines.slice(lineIndex, lineIndex + 1);
  if (back.length === 0) return null;
  const lines = back.map((one) => {
    // Half of what was two pieces.
    const back = (amount: number): number => -(whole || one.quantityMilli === 1_000 ? amount : Math.floor(amount / 2));
    return {
      ...one,
      quantityMilli: whole ? -one.quantityMilli : -1_000,
      amountMinor: back(one.amountMinor),
      pointsEarnedMinor: back(one.pointsEarnedMinor),
      pointsSpentMinor: back(one.pointsSpentMinor),
    };
  });
  const receipt = aReceipt({
    purchaseId: `return-${index}`,
    kind: 'RETURN',
    storeId,
    memberId: sale.memberId,
    businessDay: TODAY,
    occurredAt: `${TODAY}T09:00:00Z`,
    originalPurchaseId: sale.purchaseId,
    original: { storeId: sale.storeId, businessDay: sale.businessDay, businessHour: sale.businessHour },
    lines,
  });
  return { of: sale.purchaseId, receipt };
}
