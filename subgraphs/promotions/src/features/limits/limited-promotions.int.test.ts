import { signedQuoteSchema, type LimitState, type QuotedLimit } from '@adal/events';
import { aPromotion, percentOff, pointsTimes, type WirePromotion } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { askQuote, type Quoted } from '../../../test/quoting';
import { onLimitExhausted } from './on-limit-exhausted';
import { onLimitFreed } from './on-limit-freed';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const card = { number: '2900000000017', kind: 'PLASTIC', status: 'ACTIVE' } as const;
const haveMember = async (number: string = card.number): Promise<string> =>
  (await promotions.haveMember({ cards: [{ ...card, number }] })).memberId;

function limitsOf({ token }: Quoted): QuotedLimit[] {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return signedQuoteSchema.parse(payload).limits;
}
/** Why it did not apply; null when it did. */
const whyNot = ({ notApplied }: Quoted): string | null => notApplied[0]?.reason ?? null;

it('signs what the basket uses up of each budget and cap, and of which version', async () => {
  const memberId = await haveMember();
  const limits = {
    moneyBudget: '5000.00',
    usesBudget: 90,
    usesPerMember: 3,
    usesPerMemberDay: 1,
    usesPerStoreDay: 40,
    usesPerCard: 2,
  };
  const id = await promotions.haveRunning({ name: 'Autumn', limits });
  const quoted = limitsOf(
    await askQuote(promotions, { member: { cardNumber: card.number }, occurredAt: '2026-11-22T23:30:00+05:00' }),
  );
  const of = { revision: 1, label: 'Autumn', promotionId: id, subject: null, periodEndsAt: null };
  const today = { periodEndsAt: '2026-11-22T19:00:00.000Z' };
  expect(quoted).toEqual([
    { ...of, key: `promotion:${id}:money_budget`, kind: 'MONEY_BUDGET', amount: 100_00, max: 5_000_00 },
    { ...of, key: `promotion:${id}:uses_budget`, kind: 'USES_BUDGET', amount: 1, max: 90 },
    {
      ...of,
      key: `promotion:${id}:uses_per_member:${memberId}`,
      kind: 'USES_PER_MEMBER',
      amount: 1,
      max: 3,
      subject: memberId,
    },
    {
      ...{ ...of, ...today, kind: 'USES_PER_MEMBER_DAY', amount: 1, max: 1, subject: memberId },
      key: `promotion:${id}:uses_per_member_day:${memberId}:2026-11-22`,
    },
    {
      ...{ ...of, ...today, kind: 'USES_PER_STORE_DAY', amount: 1, max: 40, subject: 'ALM-1' },
      key: `promotion:${id}:uses_per_store_day:ALM-1:2026-11-22`,
    },
    {
      ...of,
      key: `promotion:${id}:uses_per_card:${card.number}`,
      kind: 'USES_PER_CARD',
      amount: 1,
      max: 2,
      subject: card.number,
    },
  ]);
});

it('counts the points a multiplier adds, and nothing of a promotion that did not apply', async () => {
  const memberId = await haveMember('2900000000024');
  const id = await promotions.haveRunning({ limits: { pointsBudget: '1000.00' } }, { effects: [pointsTimes('3')] });
  const nobody = { effects: [percentOff('10', { kind: 'BRAND', in: ['Nobody'] })] };
  await promotions.haveRunning({ limits: { usesBudget: 5 } }, nobody);
  const quoted = limitsOf(await askQuote(promotions, { member: { id: memberId } }));
  expect(quoted).toMatchObject([{ key: `promotion:${id}:points_budget`, amount: 100_00, max: 1_000_00 }]);
});

it('gives what is counted by member to members alone, and what is counted by card with a card alone', async () => {
  const memberId = await haveMember('2900000000031');
  await promotions.haveRunning({ limits: { usesPerMemberDay: 1 } });
  expect(whyNot(await askQuote(promotions))).toBe('Members only: no card was shown');
  expect(whyNot(await askQuote(promotions, { member: { id: memberId } }))).toBeNull();
  await promotions.clear();
  await promotions.haveRunning({ limits: { usesPerCard: 1 } });
  expect(whyNot(await askQuote(promotions, { member: { id: memberId } }))).toBe('Counted by card: no card was shown');
  expect(whyNot(await askQuote(promotions, { member: { cardNumber: '2900000000031' } }))).toBeNull();
});

it('leaves out what the ledger reports as exhausted, until it is free again or there is more of it', async () => {
  const input: Partial<WirePromotion> = { limits: { usesBudget: 10 } };
  const id = await promotions.haveRunning(input);
  const state = (max: number): LimitState => ({
    ...{ key: `promotion:${id}:uses_budget`, kind: 'USES_BUDGET', promotionId: id, subject: null, periodEndsAt: null },
    max,
  });
  const exhausted = (second: number, max = 10) =>
    promotions.deliver(onLimitExhausted, { asOf: `2026-11-22T10:00:0${second}Z`, limits: [state(max)] });
  const freed = (second: number) =>
    promotions.deliver(onLimitFreed, { asOf: `2026-11-22T10:00:0${second}Z`, limits: [state(10)] });
  const reason = async (): Promise<string | null> => whyNot(await askQuote(promotions));

  expect(await reason()).toBeNull();
  await exhausted(1);
  expect(await reason()).toBe('Used up');
  expect(limitsOf(await askQuote(promotions))).toEqual([]);
  await freed(3);
  await exhausted(2);
  expect(await reason()).toBeNull();
  await exhausted(4);
  expect(await reason()).toBe('Used up');
  await promotions.ask('mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }', {
    input: aPromotion({ ...input, id, limits: { usesBudget: 11 }, version: 1 }),
  });
  expect(await reason()).toBeNull();
  await exhausted(5, 11);
  expect(await reason()).toBe('Used up');
});

it('keeps one member’s exhausted cap from nobody else', async () => {
  const [one, other] = [await haveMember('2900000000048'), await haveMember('2900000000055')];
  const id = await promotions.haveRunning({ limits: { usesPerMember: 1 } });
  const limits = [
    {
      key: `promotion:${id}:uses_per_member:${one}`,
      kind: 'USES_PER_MEMBER',
      promotionId: id,
      subject: one,
      max: 1,
      periodEndsAt: null,
    },
  ];
  await promotions.deliver(onLimitExhausted, { asOf: '2026-11-22T10:00:00Z', limits });
  expect(whyNot(await askQuote(promotions, { member: { id: one } }))).toBe('Used up');
  expect(whyNot(await askQuote(promotions, { member: { id: other } }))).toBeNull();
});

it('leaves out what the till was refused, and gives the lines to what is next in the group', async () => {
  const stacking = { group: 'g', mode: 'BEST' };
  const id = await promotions.haveRunning({ limits: { usesBudget: 1 } }, { stacking, effects: [percentOff('20')] });
  await promotions.haveRunning({ name: 'Next' }, { stacking });
  const quoted = await askQuote(promotions, { withoutPromotions: [id] });
  expect(quoted).toMatchObject({ applied: [{ name: 'Next' }], notApplied: [{ name: 'Autumn', reason: 'Used up' }] });
});

describe('saving', () => {
  const LIMITS = 'moneyBudget pointsBudget usesBudget usesPerMember usesPerMemberDay usesPerStoreDay usesPerCard';
  const save = async (input: WirePromotion) =>
    (
      await promotions.ask<{
        saved: { promotion?: { limits: object }; problems?: { field: string }[] };
      }>(
        `mutation ($input: SavePromotionInput!) { saved: savePromotion(input: $input) {
           ... on PromotionSaved { promotion { version limits { ${LIMITS} } } }
           ... on PromotionInvalid { problems { field } } } }`,
        { input },
      )
    ).data.saved;

  it('keeps limits, also when a form does not know of them, and lets them go when it says so', async () => {
    const input = aPromotion({ limits: { moneyBudget: '500.00', usesPerMember: 2 } });
    const { limits: _, ...unaware } = input;
    const none = Object.fromEntries(LIMITS.split(' ').map((field) => [field, null]));
    const limits = { ...none, moneyBudget: '500.00', usesPerMember: 2 };
    expect(await save(input)).toMatchObject({ promotion: { version: 1, limits } });
    expect(await save(unaware)).toMatchObject({ promotion: { version: 1, limits } });
    expect(await save({ ...unaware, name: 'Winter', version: 1 })).toMatchObject({
      promotion: { version: 2, limits },
    });
    expect(await save({ ...input, limits: {}, version: 2 })).toMatchObject({ promotion: { version: 3, limits: none } });
  });

  it('names limits that cannot work', async () => {
    const limits = {
      moneyBudget: '0.00',
      pointsBudget: '1.00',
      usesBudget: 0,
      usesPerMember: -1,
      usesPerStoreDay: 1_000_000_001,
    };
    const { problems } = await save(aPromotion({ limits }));
    expect(problems?.map(({ field }) => field)).toEqual([
      'limits.moneyBudget',
      'limits.usesBudget',
      'limits.usesPerMember',
      'limits.usesPerStoreDay',
      'limits.pointsBudget',
    ]);
  });
});
