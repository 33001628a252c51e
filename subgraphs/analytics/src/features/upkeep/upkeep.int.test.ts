import { MemberSaved, PurchaseConfirmed } from '@adal/events';
import { aLine, aMember, anEvent, aReceipt, type SealedEvent } from '../../../test/builders';
import { ANALYST, silent, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { AnalyticsContext } from '../../context';
import { NO_FACTS } from '../ingest/event.facts';
import { emptyForRebuild } from './rebuild-analytics';
import { Rebuild } from './rebuild.entity';
import { refreshFeatures } from './upkeep.jobs';

const sale = (): SealedEvent =>
  anEvent(PurchaseConfirmed, { receipt: aReceipt(), balance: null, pointsActivateAt: null, pointsExpireAt: null });
const STATUS =
  '{ analyticsStatus { store receipts lastEventAt waiting rebuildProgress silentOwners work { what share } damaged } }';
const REBUILD = 'mutation ($id: ID!) { rebuildAnalytics(rebuildId: $id) { id started } }';

describe('upkeep', () => {
  let analytics: TestAnalytics;
  beforeEach(async () => {
    analytics = await startAnalytics();
  });
  afterEach(() => analytics.stop());

  const statusBecomes = (expected: object): Promise<unknown> =>
    soon(async () => {
      const { data } = await analytics.execute(ANALYST, STATUS);
      expect(data?.['analyticsStatus']).toEqual({
        store: 'DUCKDB',
        silentOwners: [],
        work: null,
        damaged: [],
        ...expected,
      });
      return true;
    });
  const rebuild = async (id: string): Promise<unknown> =>
    (await analytics.execute(ANALYST, REBUILD, { id })).data?.['rebuildAnalytics'];

  it('says how much is in the store and how fresh it is', async () => {
    await statusBecomes({ receipts: 0, lastEventAt: null, waiting: 0, rebuildProgress: null });
    await analytics.publish(sale(), sale());
    await statusBecomes({ receipts: 2, lastEventAt: '2026-03-10T07:00:01.000Z', waiting: 0, rebuildProgress: null });
    await analytics.ingest.whileStopped(async () => {
      await analytics.publish(sale());
      await statusBecomes({ receipts: 2, lastEventAt: '2026-03-10T07:00:01.000Z', waiting: 1, rebuildProgress: null });
    });
  });

  it('fills an empty store from the streams again, once per id', async () => {
    await analytics.publish(sale(), sale(), sale());
    await statusBecomes({ receipts: 3, lastEventAt: expect.any(String), waiting: 0, rebuildProgress: null });
    // A row that no event stands for does not survive.
    await analytics.store.append(
      { ...NO_FACTS, products: [{ sku: 'ghost', revision: 1, name: '', categoryPath: '', brand: '' }] },
      [],
    );
    expect(await rebuild('r1')).toEqual({ id: 'r1', started: true });
    await statusBecomes({ receipts: 3, lastEventAt: expect.any(String), waiting: 0, rebuildProgress: null });
    expect(await analytics.store.query({ sql: 'SELECT sku FROM products', parameters: {} })).toEqual([]);
    expect(await rebuild('r1')).toEqual({ id: 'r1', started: false });
    expect(await rebuild('r2')).toEqual({ id: 'r2', started: true });
  });

  it('shows the share of a running rebuild and begins no second one', async () => {
    await analytics.publish(sale(), sale());
    await statusBecomes({ receipts: 2, lastEventAt: expect.any(String), waiting: 0, rebuildProgress: null });
    await analytics.ingest.whileStopped(async () => {
      await analytics.db.manager.insert(Rebuild, {
        id: 'r1',
        targets: { LEDGER: 2 },
        askedBy: 'Analyst',
        askedAt: new Date(),
        emptiedAt: null,
      });
      await statusBecomes({ receipts: 2, lastEventAt: expect.any(String), waiting: 0, rebuildProgress: 0 });
      expect(await rebuild('r2')).toEqual({ id: 'r2', started: false });
      // The process died between asking and emptying: the next start makes it good.
      await emptyForRebuild({ db: analytics.db, store: analytics.store, log: silent });
      await emptyForRebuild({ db: analytics.db, store: analytics.store, log: silent });
      await statusBecomes({ receipts: 0, lastEventAt: null, waiting: 2, rebuildProgress: 0 });
    });
    await statusBecomes({ receipts: 2, lastEventAt: expect.any(String), waiting: 0, rebuildProgress: null });
  });

  it('tells of whom facts arrived, and of receipts when the features know them', async () => {
    const told: string[] = [];
    analytics.touched.listen((memberIds, what) => void told.push(`${what} ${memberIds.join()}`));
    const [buyer, joiner] = [aMember().memberId, aMember()];
    const receipt = aReceipt({ memberId: buyer, lines: [aLine({ pointsEarnedMinor: 5 })] });
    await analytics.publish(
      anEvent(PurchaseConfirmed, { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null }),
      anEvent(MemberSaved, { member: joiner }),
    );
    await soon(() => told.length === 2);
    expect(told.sort()).toEqual([`POINTS ${buyer}`, `PROFILE ${joiner.memberId}`].sort());
    await refreshFeatures.run({ store: analytics.store, touched: analytics.touched } as AnalyticsContext);
    await refreshFeatures.run({ store: analytics.store, touched: analytics.touched } as AnalyticsContext);
    expect(told.slice(2)).toEqual([`RECEIPT ${buyer}`]);
    const features = { sql: 'SELECT member_id, purchases FROM member_features', parameters: {} };
    expect(await analytics.store.query(features)).toEqual([{ member_id: buyer, purchases: '1' }]);
  });

  it('refuses an id that is none', async () => {
    const { errors } = await analytics.execute(ANALYST, REBUILD, { id: '' });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});
