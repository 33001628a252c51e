import { newId } from '@adal/service';
import { NOW, startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { verifyLedger } from '../proof/verify-ledger';
import { expireLots } from '../lots';

let ledger: TestLedger;
let memberId: string;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());
beforeEach(async () => {
  memberId = await ledger.haveMember();
  await ledger.havePoints(memberId, 1_000, { lifetimeDays: 2 });
  await ledger.havePoints(memberId, 700, { lifetimeDays: 30 });
  await ledger.havePoints(memberId, 300, { activationDays: 1, lifetimeDays: null, storeId: 'S2' });
});

const inDays = (days: number): Asking => ({ now: new Date(NOW.getTime() + days * 86_400_000) });
interface Extended {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly replayed?: boolean;
  readonly lots?: { left: string; expiresAt: string }[];
}
async function extend(input: object, asking?: Asking): Promise<Extended> {
  const { data, errors } = await ledger.ask<{ extendLots: Extended }>(
    `mutation ($input: ExtendLotsInput!) { extendLots(input: $input) { __typename
       ... on UserError { code } ... on ExtensionInvalid { field } ... on LotsExtended { replayed lots { left expiresAt } } } }`,
    { input: { extensionId: newId(), reason: 'New Year', ...input } },
    asking,
  );
  expect(errors).toEqual([]);
  return data.extendLots;
}
async function member<T>(fields: string, asking?: Asking): Promise<T> {
  const { data, errors } = await ledger.ask<{ _entities: [T] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { ${fields} } } }`,
    { of: [{ __typename: 'Member', id: memberId }] },
    asking,
  );
  expect(errors).toEqual([]);
  return data._entities[0];
}
const lotIds = async (): Promise<string[]> => {
  const rows: { id: string }[] = await ledger.db.query(
    'select id from lot where member_id = $1 and expires_at is not null order by expires_at',
    [memberId],
  );
  return rows.map(({ id }) => id);
};

it('gives a member’s lots more days, once, and keeps who, why and the dates before', async () => {
  const input = { extensionId: `x-${memberId}`, memberId, days: 7 };
  const lots = [
    { left: '10.00', expiresAt: '2026-12-01T19:00:00.000Z' },
    { left: '7.00', expiresAt: '2026-12-29T19:00:00.000Z' },
  ];
  expect(await extend(input)).toMatchObject({ __typename: 'LotsExtended', replayed: false, lots });
  const again = await Promise.all([1, 2, 3].map(() => extend(input, inDays(1))));
  expect(again).toEqual([1, 2, 3].map(() => expect.objectContaining({ replayed: true, lots })));
  expect(await extend({ ...input, days: 8 })).toMatchObject({ code: 'EXTENSION_ID_REUSED' });
  const { lotHistory } = await member<{ lotHistory: { edges: { node: { extensions: object[] } }[] } }>(
    'lotHistory(status: [ACTIVE]) { edges { node { extensions { extensionId actor reason oldExpiresAt newExpiresAt } } } }',
  );
  expect(lotHistory.edges.at(-1)?.node.extensions).toEqual([
    {
      extensionId: input.extensionId,
      actor: 'staff',
      reason: 'New Year',
      oldExpiresAt: '2026-11-24T19:00:00.000Z',
      newExpiresAt: '2026-12-01T19:00:00.000Z',
    },
  ]);
  const events = await ledger.recorded<{ extensionId: string; lots: object[] }>('ledger.lots.extended.v1');
  expect(events.filter(({ extensionId }) => extensionId === input.extensionId)).toEqual([
    expect.objectContaining({ lots: [expect.objectContaining({ leftMinor: 1_000 }), expect.anything()] }),
  ]);
  await expireLots.run(ledger.context(inDays(5)));
  expect(await member('balance { available }', inDays(5))).toEqual({ balance: { available: '20.00' } });
});

it('never shortens a life, and leaves lots alone that live longer', async () => {
  const [first, second] = await lotIds();
  const input = { lotIds: [first, second], expiresAt: '2026-12-05T19:00:00Z' };
  expect((await extend(input)).lots).toEqual([{ left: '10.00', expiresAt: '2026-12-05T19:00:00.000Z' }]);
});

it('refuses a lot that has expired, whether the job has been by or not, and changes nothing', async () => {
  const ids = await lotIds();
  expect(await extend({ lotIds: ids, days: 30 }, inDays(4))).toMatchObject({ code: 'LOT_EXPIRED' });
  expect(await extend({ lotIds: [newId()], days: 1 })).toMatchObject({ code: 'LOT_UNKNOWN' });
  expect((await extend({ memberId, days: 1 }, inDays(4))).lots).toHaveLength(1);
});

it.each([
  ['memberId', { days: 1 }],
  ['memberId', { memberId: 'nobody', days: 1 }],
  ['lotIds', { lotIds: [], days: 1 }],
  ['lotIds', { lotIds: ['x'], days: 1 }],
  ['expiresAt', { lotIds: [newId()] }],
  ['expiresAt', { lotIds: [newId()], expiresAt: '2020-01-01T00:00:00Z' }],
  ['days', { lotIds: [newId()], days: 0 }],
  ['reason', { lotIds: [newId()], days: 1, reason: '' }],
])('names %s when the request is none', async (field, input) => {
  expect(await extend(input)).toMatchObject({ __typename: 'ExtensionInvalid', field });
});

it('tells every lot with where its points came from and went, page by page', async () => {
  const purchaseId = newId();
  await tillOf(ledger).sell(purchaseId, [{ spentMinor: 1_200 }], { memberId });
  await expireLots.run(ledger.context(inDays(40)));
  interface Page {
    lotHistory: { edges: { cursor: string; node: object }[]; pageInfo: { hasNextPage: boolean } };
  }
  const page = (after?: string) =>
    member<Page>(
      `lotHistory(first: 2${after ? `, after: "${after}"` : ''}) { edges { cursor node { amount left held legalEntity status
         movements { kind source destination amount purchaseId } } } pageInfo { hasNextPage } }`,
    );
  const first = await page();
  expect(first.lotHistory.edges.map(({ node }) => node)).toEqual([
    expect.objectContaining({ amount: '3.00', status: 'ACTIVE', legalEntity: 'SOUTH' }),
    {
      amount: '7.00',
      left: '0.00',
      held: '0.00',
      legalEntity: 'MAIN',
      status: 'EXPIRED',
      movements: [
        expect.objectContaining({ kind: 'PURCHASE', source: 'ISSUED', destination: 'AVAILABLE', amount: '7.00' }),
        { kind: 'PURCHASE', source: 'AVAILABLE', destination: 'REDEEMED', amount: '2.00', purchaseId },
        { kind: 'EXPIRE', source: 'AVAILABLE', destination: 'EXPIRED', amount: '5.00', purchaseId: null },
      ],
    },
  ]);
  expect(first.lotHistory.pageInfo.hasNextPage).toBe(true);
  const rest = await page(first.lotHistory.edges.at(-1)?.cursor);
  expect(rest.lotHistory).toMatchObject({ edges: [{ node: { status: 'SPENT' } }], pageInfo: { hasNextPage: false } });
});

it('tells what becomes spendable and what expires soon', async () => {
  const { upcomingPoints } = await member<{ upcomingPoints: object[] }>(
    'upcomingPoints(withinDays: 7) { at kind amount }',
  );
  expect(upcomingPoints).toEqual([
    { at: '2026-11-22T19:00:00.000Z', kind: 'ACTIVATES', amount: '3.00' },
    { at: '2026-11-24T19:00:00.000Z', kind: 'EXPIRES', amount: '10.00' },
  ]);
});

it('leaves the books in order', async () => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
