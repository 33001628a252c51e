import { PurchaseConfirmed } from '@adal/events';
import { newId } from '@adal/service';
import { eventually } from '@adal/testkit';
import { aQuote } from '../../../test/builders';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type ConfirmAnswer, type TestTill } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';

let ledger: TestLedger;
let till: TestTill;
let members: string[];
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
  members = await Promise.all(Array.from({ length: 40 }, () => ledger.haveMember()));
  // Their wallets and the till are known.
  for (const memberId of members) await ledger.havePoints(memberId, 10_000);
});
afterAll(async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
  await ledger.stop();
});

const sell = (memberId: string | undefined, spentMinor = 100): Promise<ConfirmAnswer> =>
  till.sell(newId(), [{ spentMinor, earnedMinor: 50 }], { memberId: memberId ?? null });
const transactionsOf = async (answers: readonly ConfirmAnswer[]): Promise<number> => {
  const [row]: { count: number }[] = await ledger.db.query(
    'select count(distinct booked_xid)::int as count from purchase where id = any($1)',
    [answers.map(({ purchase }) => purchase?.id)],
  );
  return row?.count ?? 0;
};

it('books sales that come together in few transactions, each with its own wallet after', async () => {
  const answers = await Promise.all(members.map((memberId) => sell(memberId)));
  expect(answers.map(({ purchase }) => purchase?.member?.balance.available)).toEqual(members.map(() => '99.50'));
  expect(await transactionsOf(answers)).toBeLessThan(members.length / 2);
});

it('tells of each its own wallet after, or none, however it spends', async () => {
  const lots = [await ledger.haveMember(), await ledger.haveMember()];
  for (const memberId of [...lots, ...lots]) await ledger.havePoints(memberId, 3_000);
  const [some, whole] = lots;
  const answers = await Promise.all([
    sell(some, 5_000),
    till.sell(newId(), [{}]),
    sell(whole, 6_000),
    sell(members[39], 0),
  ]);
  const told = await ledger.recorded<{ receipt: { purchaseId: string }; balance: object | null }>(
    PurchaseConfirmed.subject,
  );
  const balances = answers.map(
    ({ purchase }) => told.find(({ receipt }) => receipt.purchaseId === purchase?.id)?.balance,
  );
  const wallet = { pendingMinor: 0, heldMinor: 0, owedMinor: 0 };
  const after = [1_050, null, 50, 10_000];
  expect(balances).toEqual(after.map((availableMinor) => availableMinor && { ...wallet, availableMinor }));
});

it('refuses one of those that go together and books the others', async () => {
  const [poor, blocked, ...others] = members;
  await ledger.haveMember({ memberId: blocked ?? '', revision: 2, status: 'BLOCKED' });
  const coupon = { key: `coupon:${newId()}`, amount: 1, max: 1, kind: 'COUPON' as const };
  const answers = await Promise.all([
    ...others.slice(0, 5).map((memberId) => sell(memberId)),
    sell(poor, 90_000),
    sell(blocked),
    ...others.slice(5, 8).map((memberId) => till.sell(newId(), [{}], { memberId, limits: [coupon] })),
    ...others.slice(8, 12).map((memberId) => sell(memberId)),
  ]);
  const tally = Map.groupBy(answers, ({ __typename }) => __typename);
  expect([...tally].map(([name, { length }]) => [name, length])).toEqual([
    ['PurchaseConfirmed', 10],
    ['PointsInsufficient', 1],
    ['MemberBlocked', 1],
    ['LimitExhausted', 2],
  ]);
});

it('books a sale once however often it comes at once', async () => {
  const input = { purchaseId: newId(), quote: ledger.quote([{}]) };
  const answers = await Promise.all(Array.from({ length: 30 }, () => till.confirm(input)));
  expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
  expect(answers.filter(({ replayed }) => replayed === true)).toHaveLength(29);
});

it('lets the fault of one be no fault of the others', async () => {
  const lines = aQuote([{}, {}]).lines.map((line) => ({ ...line, lineNo: 1 }));
  const outcomes = await Promise.allSettled([
    ...members.slice(2, 12).map((memberId) => sell(memberId)),
    till.confirm({ purchaseId: newId(), quote: ledger.quote([{}, {}], { lines }) }),
    ...members.slice(12, 22).map((memberId) => sell(memberId)),
  ]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(outcomes[10]).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('duplicate') } });
});

it('keeps nobody waiting for the wallets of others', async () => {
  const [, , held, ...free] = members;
  const answers: ConfirmAnswer[] = [];
  await ledger.db.transaction(async (tx) => {
    await tx.query('select 1 from account where member_id = $1 for update', [held]);
    // More than calls can be under way.
    for (let n = 0; n < 4; n += 1) void sell(held).then((answer) => answers.push(answer));
    await Promise.all(free.map((memberId) => sell(memberId)));
    expect(answers).toEqual([]);
  });
  await eventually(() => answers.length === 4);
  expect(answers.map(({ __typename }) => __typename)).toEqual(Array(4).fill('PurchaseConfirmed'));
});

it('confirms what was reserved, with its limits, among others', async () => {
  const limit = { key: `budget:${newId()}`, amount: 5, max: 100, kind: 'MONEY_BUDGET' as const };
  const inputs = members.slice(2, 12).map((memberId) => ({
    purchaseId: newId(),
    quote: ledger.quote([{ spentMinor: 200 }], { memberId, limits: [limit] }),
  }));
  for (const input of inputs) await till.reserve({ ...input, ttlSeconds: 600 });
  const answers = await Promise.all(inputs.map((input) => till.confirm(input, { now: NOW })));
  expect(answers.map(({ __typename }) => __typename)).toEqual(inputs.map(() => 'PurchaseConfirmed'));
  const [row]: { used: number }[] = await ledger.db.query(
    'select sum(used)::int as used from limit_counter where key = $1',
    [limit.key],
  );
  expect(row?.used).toBe(50);
});

it('uses up a budget together to its last tiyn, and says that it is exhausted', async () => {
  const limit = { key: `budget:${newId()}`, amount: 5, max: 52, kind: 'MONEY_BUDGET' as const };
  const answers = await Promise.all(
    members.slice(2, 22).map((memberId, n) => {
      const amount = n === 0 ? 2 : limit.amount;
      return till.sell(newId(), [{}], {
        memberId,
        limits: [
          { ...limit, amount },
          { ...limit, key: `${limit.key}:${n}` },
        ],
      });
    }),
  );
  const confirmed = answers.filter(({ __typename }) => __typename === 'PurchaseConfirmed');
  const counters: { used: number; uses: number; exhausted: boolean }[] = await ledger.db.query(
    `select c.used::int as used, c.exhausted, (select sum(u.amount)::int from limit_use u where u.key = c.key) as uses
     from limit_counter c where c.key = $1`,
    [limit.key],
  );
  expect(counters).toEqual([{ used: 52, uses: 52, exhausted: true }]);
  expect(confirmed).toHaveLength(11);
});
