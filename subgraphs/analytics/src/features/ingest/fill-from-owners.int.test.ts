import { randomUUID } from 'node:crypto';
import {
  CouponsTold,
  LotsTold,
  sealEvent,
  serveBackfills,
  type BackfillSource,
  type Context,
  type Envelope,
  type LotSnapshot,
} from '@adal/events';
import { eventually } from '@adal/testkit';
import { anEvent, type SealedEvent } from '../../../test/builders';
import { aCouponWorld } from '../../../test/golden/segment-coupons';
import { aWorld, eventsOf } from '../../../test/golden/world';
import { ANALYST, silent, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import { TABLES } from '../../store/all-tables';
import { columnName } from '../../store/tables';
import { groupsBackfill } from '../segment-members';
import { BACKFILLS } from './backfill.rules';
import { intakes } from './event.intakes';

/** Which events of the world each owner tells again; the ledger tells returns of tills apart. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'ledger.stores': ['ledger.store.saved.v1'],
  'promotions.products': ['promotions.products.imported.v1'],
  'promotions.holidays': ['promotions.holiday.changed.v1'],
  'members.members': ['members.members.imported.v1'],
  'ledger.receipts': ['ledger.receipts.imported.v1', 'ledger.purchase.confirmed.v1'],
  'ledger.returns': ['ledger.purchase.returned.v1'],
  'ledger.movements': ['activated', 'expired', 'granted', 'deducted'].map((what) => `ledger.points.${what}.v1`),
  'ledger.lots': ['ledger.lots.told.v1'],
  'ledger.crossings': ['ledger.points.crossed.v1'],
  'promotions.coupon-pools': [],
  'promotions.coupons': ['promotions.coupons.told.v1'],
  'promotions.coupon-uses': [],
};
const STREAMS = ['MEMBERS', 'LEDGER', 'PROMOTIONS', 'ANALYTICS'];
const OWNERS = { sources: BACKFILLS, patienceMs: 60_000 };

const lot: LotSnapshot = {
  ...{ lotId: randomUUID(), memberId: randomUUID(), revision: 1, status: 'ACTIVE', leftMinor: 500 },
  ...{ activatesAt: '2020-01-01T00:00:00Z', expiresAt: null, source: 'GRANT', legalEntity: 'MAIN' },
};
const { pools, coupons, uses } = aCouponWorld(7, '2026-11-22', [lot.memberId]);
const world = [
  ...[anEvent(CouponsTold, { pools: [...pools], coupons: [...coupons], uses: [...uses] })],
  ...[...eventsOf(aWorld(7)), anEvent(LotsTold, { lots: [lot] })],
];

jest.setTimeout(300_000);

let analytics: TestAnalytics;
afterEach(() => analytics.stop());

/** Stands in for the owners: they tell what is in `facts`, each event anew and on a page of its own. */
function serveOwners(facts: readonly SealedEvent[], beforePage = (): void => undefined): void {
  for (const [source, subjects] of Object.entries(TOLD)) {
    const [context, kind = ''] = source.split('.') as [Context, string];
    const page: BackfillSource['page'] = (_db, after, origin) => {
      beforePage();
      const place = Number(after ?? 0);
      const told = facts.filter(({ subject }) => subjects.includes(subject));
      const events = told.slice(place, place + 1).map((event) => anew(event, origin));
      return Promise.resolve({ events, rows: events.length, next: place + 1 < told.length ? String(place + 1) : null });
    };
    serveBackfills(context, analytics.db, analytics.streams, [{ kind, tables: ['outbox'], page }], silent);
  }
  serveBackfills('analytics', analytics.db, analytics.streams, [groupsBackfill], silent);
}

function anew({ subject, text }: SealedEvent, origin: Parameters<BackfillSource['page']>[2]): Envelope {
  const contract = intakes.find((intake) => intake.contract.subject === subject)?.contract;
  if (!contract) throw new Error(subject);
  return sealEvent(contract, (JSON.parse(text) as Envelope).data, origin);
}

/** Everything in the store, as it comes to; sums are added up. */
async function contents(): Promise<Record<string, unknown>> {
  await analytics.store.rebuildFeatures();
  const tables = TABLES.map(async ({ name, columns, keep, key }) => {
    const sums = Object.keys(columns).filter((column) => keep === 'SUM' && !key.includes(column));
    const sql =
      keep === 'SUM'
        ? `SELECT ${[...key.map(columnName), ...sums.map((column) => `sum(${columnName(column)})::BIGINT`)].join(', ')} FROM ${name} GROUP BY ${key.map(columnName).join(', ')}`
        : `SELECT * FROM ${name}`;
    const rows = await analytics.store.query({ sql, parameters: {} });
    return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

const STATUS = '{ analyticsStatus { waiting rebuildProgress silentOwners } }';
/** A busy machine makes the streams break off, and they are asked again after half a minute. */
const isFilled = (silentOwners: string[] = []): Promise<unknown> =>
  eventually(async () => {
    const { data } = await analytics.execute(ANALYST, STATUS);
    expect(data?.['analyticsStatus']).toEqual({ waiting: 0, rebuildProgress: null, silentOwners });
    return true;
  }, 90_000);

const rebuild = async (): Promise<void> => {
  const document = 'mutation ($id: ID!) { rebuildAnalytics(rebuildId: $id) { started } }';
  const { data } = await analytics.execute(ANALYST, document, { id: randomUUID() });
  expect(data).toEqual({ rebuildAnalytics: { started: true } });
};

/** A group that somebody listed, and its news, as the relay would publish them. */
async function haveGroup(): Promise<void> {
  const id = randomUUID();
  await analytics.db.query(
    `insert into segment (id, kind, name, description, folder, owner, version, size, sequence, created_at, updated_at)
     values ($1, 'GROUP', 'VIP', '', '', 'Analyst', 1, 0, 0, now(), now())`,
    [id],
  );
  const document = `mutation ($input: ChangeGroupInput!) { changeGroup(input: $input) { __typename } }`;
  const addMembers = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  expect(await analytics.execute(ANALYST, document, { input: { id, add: addMembers, remove: [] } })).toEqual({
    data: { changeGroup: { __typename: 'GroupChanged' } },
  });
  const rows: { id: string; subject: string; text: string }[] = await analytics.db.query(
    'select id, subject, envelope as text from outbox order by seq',
  );
  await analytics.publish(...rows);
}

describe('a rebuild', () => {
  it('brings back facts of any age: the store is as it was, though streams have forgotten and owners falter', async () => {
    analytics = await startAnalytics(undefined, OWNERS);
    let pages = 0;
    const facts: SealedEvent[] = [];
    let onPage = (): void => undefined;
    serveOwners(facts, () => onPage());
    await isFilled();
    await analytics.publish(...world);
    await haveGroup();
    await isFilled();
    const before = await contents();
    expect(before['group_members']).toHaveLength(2);
    expect(before['points']).not.toEqual([]);
    expect(before['holidays']).toHaveLength(5);
    expect(before['member_coupons']).toHaveLength(coupons.length);
    expect(before['coupon_uses']).toHaveLength(uses.length);

    // Of each stream the last events are left: what both tell counts once.
    facts.push(...world);
    await Promise.all(STREAMS.map((stream) => analytics.streams.manager.streams.purge(stream, { keep: 9 })));
    await analytics.streams.manager.streams.purge('ANALYTICS');
    onPage = () => {
      pages += 1;
      if (pages % 5 === 3) throw new Error('the owner falters');
    };
    await rebuild();
    expect(analytics.ingest.filledAt()).toBeNull();
    // And it is interrupted again and again.
    for (let stops = 0; stops < 4; stops += 1) {
      const reached = pages;
      await soon(() => pages > reached + 5);
      await analytics.ingest.whileStopped(() => Promise.resolve());
    }
    await isFilled();
    expect(analytics.ingest.filledAt()).not.toBeNull();
    expect(await contents()).toEqual(before);
  });
});

describe('an owner of an older version, that tells nothing again,', () => {
  it('is reported and not waited for; the streams go on, and when it tells at last, the store has it all', async () => {
    analytics = await startAnalytics(undefined, { sources: ['ledger.receipts'], patienceMs: 0 });
    await analytics.publish(...world.slice(-3));
    await isFilled(['ledger.receipts']);
    await analytics.publish(...world.slice(-6, -3));
    await isFilled(['ledger.receipts']);
    expect((await contents())['receipts']).toEqual([]);
    serveOwners(world);
    await isFilled();
    const sales = aWorld(7).receipts.filter(({ kind }) => kind === 'SALE');
    expect((await contents())['receipts']).toHaveLength(sales.length);
  });
});
