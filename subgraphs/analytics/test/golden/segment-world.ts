import {
  MembersImported,
  PurchaseConfirmed,
  PurchaseReturned,
  StoreSaved,
  type BookedLine,
  type BookedReceipt,
  type MemberSnapshot,
} from '@adal/events';
import fc from 'fast-check';
import type { Condition, SegmentNode } from '../../src/features/segment-language/segment-definition';
import { aLine, aMember, anEvent, aReceipt, aStore, type SealedEvent } from '../builders';
import type { SegmentWorld } from './segment-brute-force';

const TODAY = '2024-03-01';
const MEMBERS = 40;
const DAY_MS = 86_400_000;
const uuid = (index: number): string => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
const dayBefore = (days: number): string => new Date(Date.parse(TODAY) - days * DAY_MS).toISOString().slice(0, 10);

/** People who bought and brought back in the two months before the first of March of a leap year. */
export function aSegmentWorld(seed: number): SegmentWorld {
  const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number, salt: number): T[] =>
    fc.sample(arbitrary, { numRuns: count, seed: seed + salt });
  const sales = draw(aSale, 160, 1).map((sale, index) => ({ ...sale, purchaseId: `sale-${index}` }));
  const shares = draw(fc.record({ line: fc.nat(2), whole: fc.boolean(), store: fc.constantFrom('S1', 'S2') }), 60, 2);
  const returns = shares.map(({ line, whole, store }, index) => aReturn(sales[index * 2], index, line, whole, store));
  return {
    today: TODAY,
    stores: [aStore({ storeId: 'S1', city: 'Almaty' }), aStore({ storeId: 'S2', city: "Alma's" })],
    members: draw(aPerson, MEMBERS, 3).map((person, index) => aMember({ ...person, memberId: uuid(index) })),
    sales,
    returns: returns.flatMap((one) => one ?? []),
    daysOff: ['2024-01-07', '2024-01-08', '2024-02-14'],
    workingDays: ['2024-01-13', '2024-02-17'],
  };
}

/** The world as it is told. */
export function eventsOfSegmentWorld({ stores, members, sales, returns }: SegmentWorld): SealedEvent[] {
  const news = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
  return [
    anEvent(StoreSaved, { stores: [...stores] }),
    anEvent(MembersImported, { importId: 'm', members: [...members] }),
    ...sales.map((receipt) => anEvent(PurchaseConfirmed, { receipt, ...news })),
    ...returns.map(({ of, receipt }) =>
      anEvent(PurchaseReturned, { returnId: receipt.purchaseId, originalPurchaseId: of, receipt, balance: null }),
    ),
  ];
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

const line: fc.Arbitrary<Partial<BookedLine>> = fc.record({
  sku: fc.constantFrom('SKU-1', 'SKU-2', 'SKU-3'),
  categoryPath: fc.constantFrom('Shoes', 'Shoes > Boots', 'Shoesless', 'Bags'),
  brand: fc.constantFrom('Arman', 'Dala', ''),
  quantityMilli: fc.constantFrom(1_000, 2_000),
  amountMinor: fc.integer({ min: 2, max: 60_000 }),
  promotionIds: fc.constantFrom<string[]>([], ['P1']),
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
  const lines = back.map((one) => ({
    ...one,
    // Half of what was two pieces.
    quantityMilli: whole ? -one.quantityMilli : -1_000,
    amountMinor: -(whole || one.quantityMilli === 1_000 ? one.amountMinor : Math.floor(one.amountMinor / 2)),
  }));
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
