import { limitKeyOf, type QuotedLimit } from '@adal/events';
import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';
import { confirmPurchase, type ConfirmOutcome } from '../purchases/confirm-purchase';
import { releaseExpiredHolds } from '../reservations';

let ledger: TestLedger;
let till: TestTill;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterAll(() => ledger.stop());

const budget = (promotionId: string, more: Partial<QuotedLimit> = {}): QuotedLimit => ({
  key: limitKeyOf('MONEY_BUDGET', { promotionId, subject: null, day: '' }),
  amount: 1,
  max: 100,
  revision: 1,
  kind: 'MONEY_BUDGET',
  label: 'Autumn',
  promotionId,
  ...more,
});
const sellWith = (...limits: QuotedLimit[]) => till.sell(newId(), [{}], { limits });
const counters = (key: string): Promise<unknown> =>
  ledger.db.query(
    'select count(*)::int as shards, sum(used)::int as used, sum(quota)::int as quota, min(max)::int as max from limit_counter where key = $1',
    [key],
  );

describe('50 tills at once, a hundred times,', () => {
  /** Confirms as the resolver does, without GraphQL: what is raced is the books. */
  const confirm = (lines: Parameters<TestLedger['quote']>[0], facts: object): Promise<ConfirmOutcome> =>
    confirmPurchase(ledger.context(), { purchaseId: newId(), quote: ledger.quote(lines, facts) });
  const tally = (outcomes: readonly ConfirmOutcome[]): Record<string, number> =>
    Object.fromEntries(
      [
        ...Map.groupBy(outcomes, (outcome) =>
          'limit' in outcome ? `${outcome.kind} ${outcome.left}` : outcome.__typename,
        ),
      ].map(([name, group]) => [name, group.length]),
    );

  it('spend one balance, one coupon, one budget and one sharded budget exactly once, and each refusal says why', async () => {
    for (let repetition = 0; repetition < 100; repetition += 1) {
      const memberId = await ledger.haveMember();
      await ledger.havePoints(memberId, 3_500);
      const code = `C${repetition}`;
      const coupon: QuotedLimit = {
        key: `coupon:${code}`,
        amount: 1,
        max: 1,
        kind: 'COUPON',
        label: code,
        subject: code,
      };
      const small = budget(newId(), { amount: 7, max: 30 });
      const big = budget(newId(), { amount: 333, max: 2_000 });
      // Its first sale finds room for thousands like it, and shards.
      await confirm([{}], { limits: [{ ...big, amount: 2 }] });
      const races = [
        ...Array.from({ length: 12 }, () => () => confirm([{ spentMinor: 1_000 }], { memberId })),
        ...Array.from({ length: 12 }, () => () => confirm([{}], { limits: [coupon] })),
        ...Array.from({ length: 13 }, () => () => confirm([{}], { limits: [small] })),
        ...Array.from({ length: 13 }, () => () => confirm([{}], { limits: [big] })),
      ];
      // Another order every time.
      const order = races.map((_, n) => (n * 7 + repetition) % races.length);
      const outcomes = await Promise.all(order.map((n) => races[n]?.() ?? Promise.reject(new Error('No race'))));
      expect(tally(outcomes)).toEqual({
        PurchaseConfirmed: 3 + 1 + 4 + 6,
        PointsInsufficient: 9,
        'COUPON 0': 11,
        'MONEY_BUDGET 20': 9,
        'MONEY_BUDGET 0': 7,
      });
      expect(await counters(big.key)).toEqual([{ shards: 16, used: 2_000, quota: 2_000, max: 2_000 }]);
    }
    expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
  }, 300_000);
});

describe.each([
  ['one row', 10],
  ['sixteen shards', 1],
])('a limit of %s', (_what, first) => {
  let limit: QuotedLimit;
  beforeEach(async () => {
    limit = budget(newId(), { amount: 400, max: 1_000 });
    await sellWith({ ...limit, amount: first, subject: null });
  });
  const used = async (): Promise<number> => {
    const rows: { used: number }[] = await ledger.db.query(
      'select sum(used)::int as used from limit_counter where key = $1',
      [limit.key],
    );
    return (rows[0]?.used ?? 0) - first;
  };
  const reserve = (purchaseId: string) =>
    till.reserve({ purchaseId, quote: ledger.quote([{}], { limits: [limit] }), ttlSeconds: 60 });

  it('is held by a reservation, consumed once by its confirm, and given back by cancel and expiry', async () => {
    const [kept, cancelled, forgotten] = [newId(), newId(), newId()];
    await reserve(kept);
    await reserve(cancelled);
    expect(await reserve(forgotten)).toMatchObject({ __typename: 'LimitExhausted' });
    await till.cancel(cancelled);
    expect(await used()).toBe(400);
    expect(await reserve(forgotten)).toMatchObject({ __typename: 'PurchaseReserved' });
    await till.confirm({ purchaseId: kept, quote: ledger.quote([{}], { limits: [limit] }) });
    expect(await used()).toBe(800);
    await releaseExpiredHolds.run(ledger.context({ now: new Date(NOW.getTime() + 60_000) }));
    expect(await used()).toBe(400);
    await till.giveBack({ returnId: newId(), purchaseId: kept });
    expect(await used()).toBe(0);
  });

  it('counts what a confirm asks for, whether it was held more or less before', async () => {
    for (const [held, asked] of [
      [400, 900],
      [400, 100],
    ] as const) {
      const purchaseId = newId();
      const quoteOf = (amount: number): string => ledger.quote([{}], { limits: [{ ...limit, amount }] });
      await till.reserve({ purchaseId, quote: quoteOf(held) });
      expect(await till.confirm({ purchaseId, quote: quoteOf(991 + 10) })).toMatchObject({
        __typename: 'LimitExhausted',
        left: (await freeOf(held)).toString(),
      });
      expect(await till.confirm({ purchaseId, quote: quoteOf(asked) })).toMatchObject({
        __typename: 'PurchaseConfirmed',
      });
      expect(await used()).toBe(asked);
      await till.giveBack({ returnId: newId(), purchaseId });
      expect(await used()).toBe(0);
    }
  });
  /** In money, as a screen writes it. */
  const freeOf = async (held: number): Promise<number> => (1_000 - first - (await used()) + held) / 100;

  it('has the max of the newest quote, raised and lowered, whichever comes first', async () => {
    expect(await sellWith(limit, { ...limit, key: 'other', amount: 1 })).toMatchObject({
      __typename: 'PurchaseConfirmed',
    });
    expect(await sellWith({ ...limit, max: 2_000, revision: 2 })).toMatchObject({ __typename: 'PurchaseConfirmed' });
    expect(await sellWith(limit)).toMatchObject({ __typename: 'PurchaseConfirmed' });
    expect(await sellWith({ ...limit, max: 1_300, revision: 3 })).toMatchObject({
      __typename: 'LimitExhausted',
      left: ((100 - first) / 100).toString(),
    });
    expect(await sellWith({ ...limit, max: 2_000, revision: 2 })).toMatchObject({ __typename: 'LimitExhausted' });
    expect(await sellWith({ ...limit, max: 500, revision: 4 })).toMatchObject({ left: '0' });
    expect(await sellWith({ ...limit, amount: 1, max: 1_201 + first, revision: 5 })).toMatchObject({
      __typename: 'PurchaseConfirmed',
    });
    expect(await sellWith({ ...limit, amount: 1, max: 1_201 + first, revision: 5 })).toMatchObject({ left: '0' });
  });

  it('takes nothing more while it is overdrawn, and again when enough has come back', async () => {
    const sold = [newId(), newId()];
    for (const purchaseId of sold) await till.sell(purchaseId, [{}], { limits: [limit] });
    const small = { ...limit, amount: 5, max: 410 + first, revision: 2 };
    expect(await sellWith(small)).toMatchObject({ __typename: 'LimitExhausted', left: '0' });
    await till.giveBack({ returnId: newId(), purchaseId: sold[0] });
    for (const typename of ['PurchaseConfirmed', 'PurchaseConfirmed', 'LimitExhausted'])
      expect(await sellWith(small)).toMatchObject({ __typename: typename });
  });

  it('leaves the others as they are when one of several is exhausted', async () => {
    const other = budget(`0-${newId()}`);
    expect(await sellWith(other, { ...limit, amount: 1_000 })).toMatchObject({ limit: limit.key });
    expect(await counters(other.key)).toMatchObject([{ shards: 0 }]);
    expect(await sellWith(other, other)).toMatchObject({ __typename: 'PurchaseConfirmed' });
    expect(await counters(other.key)).toMatchObject([{ used: 2 }]);
  });
});

it('gives a daily limit back to the day of the sale', async () => {
  const memberId = await ledger.haveMember();
  const on = (day: string): QuotedLimit => ({
    key: limitKeyOf('USES_PER_MEMBER_DAY', { promotionId: 'P1', subject: memberId, day }),
    amount: 1,
    max: 1,
    kind: 'USES_PER_MEMBER_DAY',
    label: 'Breakfast',
    promotionId: 'P1',
    subject: memberId,
  });
  const first = newId();
  await till.sell(first, [{}], { memberId, limits: [on('2026-11-22')] });
  await till.sell(newId(), [{}], { memberId, limits: [on('2026-11-23')] });
  expect(await till.sell(newId(), [{}], { memberId, limits: [on('2026-11-22')] })).toMatchObject({
    message: '“Breakfast” is used up for this member today; quote again.',
    kind: 'USES_PER_MEMBER_DAY',
    unit: 'USES',
    label: 'Breakfast',
    promotionId: 'P1',
    left: '0',
  });
  const nextDay = { now: new Date('2026-11-23T10:00:00Z') };
  await till.giveBack({ returnId: newId(), purchaseId: first }, nextDay);
  expect(await till.sell(newId(), [{}], { memberId, limits: [on('2026-11-22')] })).toMatchObject({
    __typename: 'PurchaseConfirmed',
  });
  expect(await till.sell(newId(), [{}], { memberId, limits: [on('2026-11-23')] })).toMatchObject({ left: '0' });
});
