import type { MemberSnapshot } from '@adal/events';
import { newId } from '@adal/service';
import { aReceipt, aReturn } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { askQuote } from '../../../test/quoting';
import { onAttributesDeclared } from '../members';
import { onPurchaseConfirmed, onPurchaseReturned } from '../receipts';
import { onSegmentChanged } from '../segments';

/** Sunday, 22 November 2026, 15:00 in Almaty, is the time of the harness. */
let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore({ city: 'Алматы', banner: 'Mart', brand: 'Dala' });
});
afterAll(() => promotions.stop());
beforeEach(() => promotions.clear());

interface Case {
  name: string;
  condition: object;
  /** Null: nobody is identified. */
  member?: Partial<MemberSnapshot> | null;
  /** What happened to the member before. */
  before?: (memberId: string) => Promise<unknown>;
  basket?: object;
  /** What the till is told when it does not apply. */
  because?: string | RegExp;
}

const sold =
  (occurredAt: string, more: object = {}) =>
  (memberId: string) =>
    promotions.deliver(onPurchaseConfirmed, { receipt: aReceipt({ memberId, occurredAt, ...more }) });
const soldAndReturned = async (memberId: string) => {
  const receipt = aReceipt({ memberId });
  await promotions.deliver(onPurchaseConfirmed, { receipt });
  const back = aReturn(receipt, [[1, 2_000]]);
  await promotions.deliver(onPurchaseReturned, { receipt: back, originalPurchaseId: receipt.purchaseId });
};
const boots = {
  lines: aReceipt().lines.map((line) => ({ ...line, sku: 'boots', categoryPath: 'Shoes', brand: 'Alma' })),
};
const inSegment =
  (...words: { sequence: number; isIn: boolean }[]) =>
  async (memberId: string) => {
    for (const { sequence, isIn } of words) {
      const sides = isIn ? { joined: [memberId], left: [] } : { joined: [], left: [memberId] };
      await promotions.deliver(onSegmentChanged, { segmentId: 'fans', sequence, at: '2026-11-22T00:00:00Z', ...sides });
    }
  };
const LIST = '01900000-0000-7000-8000-0000000000aa';
const listed = async (memberId: string) => {
  const document = `mutation ($list: SaveMemberListInput!, $id: ID!, $rows: ImportInput!) { saveMemberList(input: $list) { __typename }
    importMemberList(listId: $id, input: $rows) { ... on ImportLanded { landed } } }`;
  const rows = { importId: 'run', columns: ['id'], rows: [{ line: 2, values: [memberId] }] };
  const { data } = await promotions.ask<object>(document, { list: { id: LIST, name: 'Guests' }, id: LIST, rows });
  expect(data).toMatchObject({ importMemberList: { landed: 1 } });
};
const store = (lists: object) => ({ kind: 'STORE', ...lists });
const kidsOf = (birthDate: string) => ({ children: [{ birthDate, gender: 'FEMALE' as const }] });
const child = { kind: 'CHILD', ageFrom: 5, ageTo: 7 };
const bought = (more: object = {}) => ({
  ...{ kind: 'BOUGHT', goods: { kind: 'CATEGORY', in: ['Shoes'] }, measure: 'SUM', withinDays: 30, atLeast: '1000.00' },
  ...more,
});
const shoes = { kind: 'CATEGORY', in: ['Shoes'] };
const withoutCare = { kind: 'BOUGHT_WITHOUT', goods: shoes, accessory: { kind: 'SKU', in: ['cream'] }, withinDays: 30 };
const cream = { lines: aReceipt().lines.map((line) => ({ ...line, sku: 'cream' })) };
const attribute = { kind: 'ATTRIBUTE', key: 'shoe_size', op: 'GTE', values: [42] };
const declared = () =>
  promotions.deliver(onAttributesDeclared, {
    attributes: [{ key: 'shoe_size', revision: 1, type: 'NUMBER', retired: false }],
  });
const card = { kind: 'TENDER', in: ['CARD'] };
const at = (occurredAt: string) => ({ occurredAt });
const anyHoliday = { kind: 'HOLIDAY', names: [], daysBefore: 0, daysAfter: 0 };

const CASES: Case[] = [
  { name: 'city of the store', condition: store({ cities: ['алматы'] }) },
  { name: 'another city', condition: store({ cities: ['Астана'] }), because: /store/ },
  { name: 'banner and brand', condition: store({ banners: ['Mart'], brands: ['Dala'] }) },
  { name: 'another banner', condition: store({ banners: ['Express'] }), because: /store/ },
  { name: 'channel', condition: { kind: 'CHANNEL', in: ['APP'] }, basket: { channel: 'APP' } },
  { name: 'the till is the usual channel', condition: { kind: 'CHANNEL', in: ['APP'] }, because: /app/i },
  { name: 'tender', condition: card, basket: { tenders: [{ kind: 'card' }] } },
  { name: 'another tender', condition: card, basket: { tenders: [{ kind: 'CASH' }] }, because: /CARD/ },
  { name: 'tender unknown', condition: card, because: /CARD/ },
  {
    name: 'a day before a holiday',
    condition: { kind: 'HOLIDAY', names: ['NAURYZ'], daysBefore: 1, daysAfter: 0 },
    basket: { occurredAt: '2026-03-20T10:00:00Z' },
  },
  {
    name: 'an ordinary day',
    condition: { kind: 'HOLIDAY', names: ['NAURYZ'], daysBefore: 1, daysAfter: 0 },
    basket: { occurredAt: '2026-03-19T10:00:00Z' },
    because: /NAURYZ/,
  },
  { name: 'a moved day', condition: anyHoliday, basket: at('2026-03-25T10:00:00Z'), because: /holiday/i },
  // Almaty went from +6 to +5 on 1 March 2024 at midnight: 8 March began there at 19:00 UTC, and not at 18:00 any more.
  {
    name: 'the holiday by the clock after the change of 1 March 2024',
    condition: { kind: 'HOLIDAY', names: ['WOMENS_DAY'], daysBefore: 0, daysAfter: 0 },
    basket: { occurredAt: '2024-03-07T19:00:00Z' },
  },
  {
    name: 'not yet the holiday by the new clock',
    condition: { kind: 'HOLIDAY', names: ['WOMENS_DAY'], daysBefore: 0, daysAfter: 0 },
    basket: { occurredAt: '2024-03-07T18:30:00Z' },
    because: /WOMENS_DAY/,
  },
  {
    name: 'hours of the old clock, the day before the change',
    condition: { kind: 'HOURS', in: [{ from: '10:00', until: '11:00' }] },
    basket: { occurredAt: '2024-02-28T04:30:00Z' },
  },
  {
    name: 'hours of the new clock, the day after',
    condition: { kind: 'HOURS', in: [{ from: '10:00', until: '11:00' }] },
    basket: { occurredAt: '2024-03-02T04:30:00Z' },
    because: /10:00/,
  },
  { name: 'gender', condition: { kind: 'GENDER', gender: 'FEMALE' }, member: { gender: 'FEMALE' } },
  { name: 'city of the member', condition: { kind: 'CITY', in: ['Астана'] }, member: { city: 'астана' } },
  { name: 'identified', condition: { kind: 'IDENTIFIED' }, member: null, because: /card|member|identif/i },
  { name: 'age', condition: { kind: 'AGE', from: 36, to: 36 }, member: { birthDate: '1990-11-22' } },
  {
    name: '29 February in a common year',
    condition: { kind: 'BIRTHDAY', daysBefore: 0, daysAfter: 0 },
    member: { birthDate: '1992-02-29' },
    basket: { occurredAt: '2026-03-01T10:00:00Z' },
  },
  {
    name: '29 February in a leap year',
    condition: { kind: 'BIRTHDAY', daysBefore: 0, daysAfter: 0 },
    member: { birthDate: '1992-02-29' },
    basket: { occurredAt: '2024-02-29T04:00:00Z' },
  },
  { name: 'a child of this age', condition: child, member: kidsOf('2018-11-23') },
  { name: 'a child a day too old', condition: child, member: kidsOf('2018-11-22'), because: /5/ },
  { name: 'no children', condition: child, because: /5/ },
  {
    name: 'attribute as a number',
    condition: attribute,
    before: declared,
    member: { attributes: { shoe_size: '42.5' } },
  },
  {
    name: 'too small',
    condition: attribute,
    before: declared,
    member: { attributes: { shoe_size: '9' } },
    because: /shoe_size/,
  },
  {
    name: 'registered',
    condition: { kind: 'REGISTERED', withinDays: 30 },
    member: { registeredAt: '2026-11-01T00:00:00Z' },
  },
  { name: 'registered long ago', condition: { kind: 'REGISTERED', withinDays: 30 }, because: /30/ },
  { name: 'segment', condition: { kind: 'SEGMENT', in: ['fans'] }, before: inSegment({ sequence: 1, isIn: true }) },
  {
    name: 'left the segment, told late that they joined',
    condition: { kind: 'SEGMENT', in: ['fans'] },
    before: inSegment({ sequence: 2, isIn: false }, { sequence: 1, isIn: true }),
    because: /group/,
  },
  { name: 'list', condition: { kind: 'MEMBER_LIST', in: [LIST] }, before: listed },
  { name: 'no such list', condition: { kind: 'MEMBER_LIST', in: ['gone'] }, because: /list/ },
  { name: 'bought', condition: bought(), before: sold('2026-11-20T10:00:00Z', boots) },
  { name: 'bought other goods', condition: bought(), before: sold('2026-11-20T10:00:00Z'), because: /1[ ,]?000/ },
  {
    name: 'bought too long ago',
    condition: bought(),
    before: sold('2026-10-20T10:00:00Z', boots),
    because: /1[ ,]?000/,
  },
  {
    name: 'bought later than this basket',
    condition: bought(),
    before: sold('2026-11-22T11:00:00Z', boots),
    because: /1[ ,]?000/,
  },
  {
    name: 'bought and returned',
    condition: bought({ goods: { kind: 'EVERYTHING' } }),
    before: soldAndReturned,
    because: /1[ ,]?000/,
  },
  { name: 'shoes without care', condition: withoutCare, before: sold('2026-11-20T10:00:00Z', boots) },
  {
    name: 'shoes, then care',
    condition: withoutCare,
    before: (id) => sold('2026-11-20T10:00:00Z', boots)(id).then(() => sold('2026-11-21T10:00:00Z', cream)(id)),
    because: /cream/,
  },
  { name: 'first purchase', condition: { kind: 'FIRST_PURCHASE' } },
  { name: 'first again, when all came back', condition: { kind: 'FIRST_PURCHASE' }, before: soldAndReturned },
  {
    name: 'not the first',
    condition: { kind: 'FIRST_PURCHASE' },
    before: sold('2026-11-20T10:00:00Z'),
    because: /first/i,
  },
  {
    name: 'first, by a till that tells of the past',
    condition: { kind: 'FIRST_PURCHASE' },
    before: sold('2026-11-20T10:00:00Z'),
    basket: { occurredAt: '2026-11-19T10:00:00Z' },
  },
  { name: 'second purchase', condition: { kind: 'NTH_PURCHASE', n: 2 }, before: sold('2026-11-20T10:00:00Z') },
  {
    name: 'every third',
    condition: { kind: 'NTH_PURCHASE', every: 3 },
    before: sold('2026-11-20T10:00:00Z'),
    because: /1/,
  },
  { name: 'long away', condition: { kind: 'DAYS_SINCE_LAST', atLeast: 90 }, before: sold('2026-08-01T10:00:00Z') },
  {
    name: 'here lately',
    condition: { kind: 'DAYS_SINCE_LAST', atLeast: 90 },
    before: sold('2026-11-20T10:00:00Z'),
    because: /90/,
  },
  {
    name: 'never bought',
    condition: { kind: 'DAYS_SINCE_LAST', atLeast: 90 },
    because: /before/,
  },
  { name: 'bucket', condition: { kind: 'BUCKET', salt: 's', fromShare: '0', toShare: '100' } },
  {
    name: 'no coupon',
    condition: { kind: 'COUPON', poolId: 'autumn' },
    basket: { coupons: ['A1'] },
    because: /coupon/i,
  },
];

it.each(CASES)('$name', async ({ condition, member = {}, before, basket, because }) => {
  await promotions.haveRunning({}, { condition });
  const id = newId();
  if (member !== null) await promotions.haveMember({ memberId: id, ...member });
  await before?.(id);
  const quoted = await askQuote(promotions, { ...(member !== null && { member: { id } }), ...basket });
  const reasons = quoted.notApplied.map(({ reason }) => reason);
  expect({ applied: quoted.applied.length, reasons }).toEqual(
    because === undefined ? { applied: 1, reasons: [] } : { applied: 0, reasons: [expect.stringMatching(because)] },
  );
});
