import { NOW, startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { activateLots } from '../lots';

let ledger: TestLedger;
let memberId: string;
const DAY_MS = 86_400_000;
const inDays = (days: number): Asking => ({ now: new Date(NOW.getTime() + days * DAY_MS) });

beforeAll(async () => {
  ledger = await startLedger();
  const till = tillOf(ledger);
  memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 5_000, { lifetimeDays: 20 });
  await ledger.havePoints(memberId, 1_000, { activationDays: 7, lifetimeDays: null });
  await till.sell('p3', [{ spentMinor: 1_500, earnedMinor: 50 }], { memberId, lifetimeDays: 30 });
  await till.reserve({ purchaseId: 'p4', quote: ledger.quote([{ spentMinor: 200 }], { memberId }), ttlSeconds: 3_600 });
  await till.giveBack({ returnId: 'r3', purchaseId: 'p3' });
});
afterAll(() => ledger.stop());

async function member<T>(fields: string, asking?: Asking): Promise<{ data: T | null; errors: readonly unknown[] }> {
  const { data, errors } = await ledger.ask<{ _entities: [T | null] } | null>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { ${fields} } } }`,
    { of: [{ __typename: 'Member', id: memberId }] },
    asking,
  );
  return { data: data?._entities[0] ?? null, errors };
}

it('answers the wallet of now: a lot whose day has come counts before the job has been by', async () => {
  const balance = async (asking?: Asking) =>
    (await member<{ balance: object }>('balance { available pending held }', asking)).data?.balance;
  expect(await balance()).toEqual({ available: '48.00', pending: '10.00', held: '2.00' });
  expect(await balance(inDays(8))).toEqual({ available: '58.00', pending: '0.00', held: '2.00' });
  expect(await balance(inDays(22))).toEqual({ available: '10.00', pending: '0.00', held: '2.00' });
});

it('lists lots with something left, the next to expire first', async () => {
  const { data } = await member<{ lots: object[] }>('lots { amount left status activatesAt expiresAt source }');
  expect(data?.lots).toEqual([
    {
      amount: '50.00',
      left: '50.00',
      status: 'ACTIVE',
      activatesAt: NOW.toISOString(),
      expiresAt: '2026-12-12T19:00:00.000Z',
      source: 'PURCHASE',
    },
    {
      amount: '10.00',
      left: '10.00',
      status: 'PENDING',
      activatesAt: '2026-11-28T19:00:00.000Z',
      expiresAt: null,
      source: 'PURCHASE',
    },
  ]);
});

it('tells every movement of the wallet, newest first, with the balance after it', async () => {
  const page = (after: string | null, asking?: Asking) =>
    member<{
      statement: { edges: { cursor: string; node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(
      `statement(first: 3${after ? `, after: "${after}"` : ''}) { edges { cursor node { kind available pending held balanceAfter purchaseId } } pageInfo { hasNextPage endCursor } }`,
      asking,
    );
  const first = (await page(null)).data?.statement;
  expect(first?.edges.map(({ node }) => node)).toEqual([
    { kind: 'RETURN', available: '14.50', pending: '0.00', held: '0.00', balanceAfter: '48.00', purchaseId: 'p3' },
    { kind: 'HOLD', available: '-2.00', pending: '0.00', held: '2.00', balanceAfter: '33.50', purchaseId: 'p4' },
    { kind: 'PURCHASE', available: '-14.50', pending: '0.00', held: '0.00', balanceAfter: '35.50', purchaseId: 'p3' },
  ]);
  const second = (await page(first?.pageInfo.endCursor ?? null)).data?.statement;
  expect(second?.edges.map(({ node }) => node)).toEqual([
    expect.objectContaining({ kind: 'EARN', available: '0.00', pending: '10.00', balanceAfter: '50.00' }),
    expect.objectContaining({ kind: 'EARN', available: '50.00', pending: '0.00', balanceAfter: '50.00' }),
  ]);
  expect(second?.pageInfo.hasNextPage).toBe(false);
});

it('finds movements by kind and by when they happened', async () => {
  const found = async (filter: string) =>
    (
      await member<{ statement: { edges: { node: { kind: string; occurredAt: string } }[] } }>(
        `statement(filter: { ${filter} }) { edges { node { kind occurredAt } } }`,
      )
    ).data?.statement.edges.map(({ node }) => node.kind);
  expect(await found('kinds: [HOLD, RETURN]')).toEqual(['RETURN', 'HOLD']);
  expect(await found('kinds: [PURCHASE]')).toEqual(['PURCHASE', 'EARN', 'EARN']);
  expect(await found(`from: "${NOW.toISOString()}"`)).toHaveLength(5);
  expect(await found(`to: "${NOW.toISOString()}"`)).toEqual([]);
});

it('lets members look into their own wallets, and others by permission alone', async () => {
  const none = { permissions: [] };
  const all = 'balance { available } lots { id } statement { edges { cursor } }';
  expect((await member(all, { ...none, kind: 'member', id: memberId })).errors).toEqual([]);
  expect((await member('balance { available }', { ...none, kind: 'member', id: 'somebody else' })).errors).toEqual([
    'FORBIDDEN',
  ]);
  expect((await member('lots { id }', { ...none, kind: 'anonymous' })).errors).toEqual(['UNAUTHENTICATED']);
  expect((await member('statement { edges { cursor } }', { permissions: ['members.read'] })).errors).toEqual([
    'FORBIDDEN',
  ]);
});

it('has nothing to tell of a member who has no wallet', async () => {
  const { data } = await ledger.ask(
    `{ _entities(representations: [{ __typename: "Member", id: "nobody" }]) { ... on Member { statement { edges { cursor } } } } }`,
  );
  expect(data).toEqual({ _entities: [{ statement: { edges: [] } }] });
});

it('turns pending points over in the statement when the job has been by', async () => {
  await activateLots.run(ledger.context(inDays(8)));
  const { data } = await member<{ statement: { edges: { node: object }[] } }>(
    'statement(first: 1) { edges { node { kind available pending balanceAfter note } } }',
  );
  expect(data?.statement.edges[0]?.node).toEqual({
    kind: 'ACTIVATE',
    available: '10.00',
    pending: '-10.00',
    balanceAfter: '58.00',
    note: 'Points became spendable',
  });
});
