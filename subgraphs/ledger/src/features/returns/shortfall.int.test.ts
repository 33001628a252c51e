import type { ShortfallPolicy } from '@adal/events';
import { newId } from '@adal/service';
import { NOW, startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';
import { activateLots, expireLots } from '../lots';

let ledger: TestLedger;
let till: TestTill;
let memberId: string;
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
beforeEach(async () => {
  memberId = await ledger.haveMember();
});
afterEach(async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
afterAll(() => ledger.stop());

const inDays = (days: number): Asking => ({ now: new Date(NOW.getTime() + days * 86_400_000) });
const balance = async (asking?: Asking): Promise<unknown> => {
  const { data } = await ledger.ask<{ _entities: [{ balance: object }] }>(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { balance { available pending held owed } } } }',
    { of: [{ __typename: 'Member', id: memberId }] },
    asking,
  );
  return data._entities[0].balance;
};
const lots = (): Promise<unknown> =>
  ledger.db.query(
    `select legal_entity as owes, left_minor::int as left, status from lot where member_id = $1 and left_minor > 0 order by id`,
    [memberId],
  );

/** Earns 1,000 points, spends 700 of them, and gives the goods that earned them back. */
async function spendWhatGoesBack(shortfallPolicy: ShortfallPolicy): Promise<unknown> {
  const purchaseId = newId();
  await till.sell(purchaseId, [{ priceMinor: 20_000, earnedMinor: 1_000 }], { memberId, shortfallPolicy });
  await till.sell(newId(), [{ spentMinor: 700 }], { memberId });
  const { data } = await ledger.ask<{ result: { return: unknown } }>(
    `mutation ($input: ReturnPurchaseInput!) { result: returnPurchase(input: $input) { ... on PurchaseReturned {
      return { refund withheld pointsWithdrawn pointsShortfall } } } }`,
    { input: { returnId: newId(), purchaseId } },
  );
  return data.result.return;
}

it('NEGATIVE: the balance goes below zero, and what comes in pays', async () => {
  expect(await spendWhatGoesBack('NEGATIVE')).toEqual({
    refund: '200.00',
    withheld: '0.00',
    pointsWithdrawn: '3.00',
    pointsShortfall: '7.00',
  });
  expect(await balance()).toEqual({ available: '-7.00', pending: '0.00', held: '0.00', owed: '7.00' });
  await ledger.havePoints(memberId, 500);
  expect(await balance()).toEqual({ available: '-2.00', pending: '0.00', held: '0.00', owed: '2.00' });
  await ledger.havePoints(memberId, 500, { storeId: 'S2' });
  expect(await balance()).toEqual({ available: '3.00', pending: '0.00', held: '0.00', owed: '0.00' });
  expect(await lots()).toEqual([{ owes: 'SOUTH', left: 300, status: 'ACTIVE' }]);
});

it('RECOVER: the balance shows zero, nothing can be spent, and pending points pay when they become spendable', async () => {
  await spendWhatGoesBack('RECOVER');
  expect(await balance()).toEqual({ available: '0.00', pending: '0.00', held: '0.00', owed: '7.00' });
  await ledger.havePoints(memberId, 1_000, { activationDays: 2 });
  expect(await balance()).toEqual({ available: '0.00', pending: '10.00', held: '0.00', owed: '7.00' });
  expect(await till.sell(newId(), [{ spentMinor: 1 }], { memberId })).toMatchObject({
    __typename: 'PointsInsufficient',
    available: '0.00',
  });
  const paid = { available: '3.00', pending: '0.00', held: '0.00', owed: '0.00' };
  expect(await balance(inDays(3))).toEqual(paid);
  await activateLots.run(ledger.context(inDays(3)));
  expect(await balance(inDays(3))).toEqual(paid);
  const { data } = await ledger.ask<{ _entities: [{ statement: { edges: { node: object }[] } }] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member {
      statement(first: 1) { edges { node { kind available pending owed balanceAfter } } } } } }`,
    { of: [{ __typename: 'Member', id: memberId }] },
  );
  expect(data._entities[0].statement.edges[0]?.node).toEqual({
    kind: 'ACTIVATE',
    available: '3.00',
    pending: '-10.00',
    owed: '-7.00',
    balanceAfter: '3.00',
  });
});

it('WITHHOLD: their worth is kept back from the refund, and the points stay earned', async () => {
  expect(await spendWhatGoesBack('WITHHOLD')).toEqual({
    refund: '193.00',
    withheld: '7.00',
    pointsWithdrawn: '3.00',
    pointsShortfall: '0.00',
  });
  expect(await balance()).toEqual({ available: '0.00', pending: '0.00', held: '0.00', owed: '0.00' });
  const [event] = (await ledger.recorded<object>('ledger.purchase.returned.v1')).slice(-1);
  expect(event).toMatchObject({ withheldMinor: 700, balance: { owedMinor: 0 } });
});

it('gives to whom lent: what a later purchase spent of points that came back is paid by other lots, and returns to those', async () => {
  await ledger.havePoints(memberId, 400, { lifetimeDays: 100, storeId: 'S2' });
  const [earns, spends] = [newId(), newId()];
  await till.sell(earns, [{ earnedMinor: 1_000 }], { memberId, lifetimeDays: 5 });
  await till.sell(spends, [{ spentMinor: 900 }], { memberId });
  await till.giveBack({ returnId: newId(), purchaseId: earns });
  expect(await lots()).toEqual([]);
  expect(await balance()).toMatchObject({ available: '0.00', owed: '5.00' });
  await till.giveBack({ returnId: newId(), purchaseId: spends });
  expect(await lots()).toEqual([{ owes: 'SOUTH', left: 400, status: 'ACTIVE' }]);
  expect(await balance()).toMatchObject({ available: '4.00', owed: '0.00' });
});

it('lets points that expired meanwhile pay for what they would have paid for', async () => {
  await ledger.havePoints(memberId, 400, { lifetimeDays: 3 });
  const earns = newId();
  await till.sell(earns, [{ earnedMinor: 1_000 }], { memberId, lifetimeDays: 1 });
  await till.sell(newId(), [{ spentMinor: 300 }], { memberId });
  await expireLots.run(ledger.context(inDays(10)));
  await till.giveBack({ returnId: newId(), purchaseId: earns }, inDays(10));
  expect(await balance(inDays(10))).toMatchObject({ available: '0.00', owed: '0.00' });
});

it('leaves a reservation what it holds, and asks for it when it ends', async () => {
  const earns = newId();
  await till.sell(earns, [{ earnedMinor: 1_000 }], { memberId });
  const held = { purchaseId: newId(), quote: ledger.quote([{ spentMinor: 600 }], { memberId }) };
  await till.reserve(held);
  await till.giveBack({ returnId: newId(), purchaseId: earns });
  expect(await balance()).toEqual({ available: '0.00', pending: '0.00', held: '6.00', owed: '6.00' });
  await till.cancel(held.purchaseId);
  expect(await balance()).toEqual({ available: '0.00', pending: '0.00', held: '0.00', owed: '0.00' });
});
