import type { LotSnapshot } from '@adal/events';
import { eventually } from '@adal/testkit';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { activateLots } from './activate-lots';
import { expireLots } from './expire-lots';
import { tellLots } from './tell-lots';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const inDays = (days: number) => ledger.context({ now: new Date(NOW.getTime() + days * 86_400_000) });
const tell = (): Promise<unknown> => Promise.all([1, 2].map(() => tellLots.run(ledger.context())));

async function told(): Promise<LotSnapshot[]> {
  const events = await ledger.recorded<{ lots: LotSnapshot[] }>('ledger.lots.told.v1');
  return events.flatMap(({ lots }) => lots);
}

/** What somebody knows who keeps the highest revision of each, whatever order the news come in. */
async function known(): Promise<object[]> {
  const latest = new Map<string, LotSnapshot>();
  for (const lot of (await told()).reverse())
    if (lot.revision > (latest.get(lot.lotId)?.revision ?? -1)) latest.set(lot.lotId, lot);
  return [...latest.values()]
    .map(({ revision: _, ...lot }) => lot)
    .sort((left, right) => (left.lotId < right.lotId ? -1 : 1));
}

async function booked(): Promise<object[]> {
  const rows: { activatesAt: Date; expiresAt: Date | null }[] = await ledger.db.query(
    `select id as "lotId", member_id as "memberId", status, left_minor::float8 as "leftMinor", activates_at as "activatesAt",
       expires_at as "expiresAt", source, legal_entity as "legalEntity" from lot order by id::text`,
  );
  return rows.map((row) => ({
    ...row,
    activatesAt: row.activatesAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}

/** Transactions of other tests in the same Postgres are waited for. */
const isTold = (): Promise<unknown> =>
  eventually(async () => {
    await tell();
    expect(await known()).toEqual(await booked());
    return true;
  });

it('tells every lot as it is, whatever moved it, and nothing twice', async () => {
  const memberId = await ledger.haveMember();
  for (const lifetimeDays of [2, 3, null])
    await ledger.havePoints(memberId, 1_000, { activationDays: 1, lifetimeDays });
  await isTold();
  expect(await told()).toHaveLength(3);
  await activateLots.run(inDays(1));
  await isTold();
  const lots = (await known()) as LotSnapshot[];
  const first = lots.find(({ expiresAt }) => expiresAt !== null);
  const { errors } = await ledger.ask(
    'mutation ($input: ExtendLotsInput!) { extendLots(input: $input) { __typename } }',
    { input: { extensionId: 'more-time', reason: 'New Year', lotIds: [first?.lotId], days: 30 } },
    { now: inDays(1).now },
  );
  expect(errors).toEqual([]);
  await isTold();
  await expireLots.run(inDays(10));
  await isTold();
  const revisions = (await told()).map(({ lotId, revision }) => `${lotId} ${revision}`);
  expect(new Set(revisions).size).toBe(revisions.length);
  const before = revisions.length;
  await tell();
  expect(await told()).toHaveLength(before);
});
