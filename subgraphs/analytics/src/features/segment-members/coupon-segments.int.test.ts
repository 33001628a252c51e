import { randomUUID } from 'node:crypto';
import { CouponsTold, MembersImported, type MemberCouponSnapshot } from '@adal/events';
import { aMember, anEvent, type SealedEvent } from '../../../test/builders';
import { silent, startAnalytics, ZONE, type TestAnalytics } from '../../../test/harness';
import type { StreamPosition } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import type { SegmentNode } from '../segment-language';
import { refreshSegment, refreshTouched, SegmentRow } from '.';

const poolId = randomUUID();
const pool = { poolId, revision: 1, status: 'OPEN' as const, validFrom: null, validUntil: null };
const member = aMember({ memberId: randomUUID() });
const issued: MemberCouponSnapshot = {
  ...{ couponId: randomUUID(), memberId: member.memberId, poolId, revision: 1, promotionId: null, status: 'OPEN' },
  ...{ uses: 0, issuedAt: '2026-11-20T06:00:00Z', validFrom: null, validUntil: '2026-11-22' },
};
const use = {
  ...{ couponId: issued.couponId, purchaseId: 'P1', memberId: member.memberId, poolId, revision: 1 },
  ...{ counts: true, at: '2026-11-21T06:00:00Z', takenBy: [] },
};

describe('a coupon', () => {
  let analytics: TestAnalytics;
  let position: StreamPosition = { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null };
  beforeAll(async () => {
    analytics = await startAnalytics();
    await take(anEvent(MembersImported, { importId: 'm', members: [member] }));
    await take(anEvent(CouponsTold, { pools: [pool], coupons: [], uses: [] }));
  });
  afterAll(() => analytics.stop());

  /** Takes an event in, and judges at noon of that day whom it touched. */
  async function take(event: SealedEvent, day = '2026-11-21'): Promise<void> {
    const touched = new Set<string>();
    const keep = () => Promise.reject(new Error('No letters'));
    const onTouched = (ids: readonly string[]) => ids.forEach((id) => touched.add(id));
    const parts = { store: analytics.store, zone: ZONE, log: silent, keep, onTouched };
    position = await takeIn(parts, position, [{ sequence: position.sequence + 1, ...event }]);
    await refreshTouched(contextAt(`${day}T07:00:00Z`), [...touched]);
  }
  const tell = (coupon: Partial<MemberCouponSnapshot>, uses: (typeof use)[] = []): Promise<void> =>
    take(anEvent(CouponsTold, { pools: [], coupons: [{ ...issued, ...coupon }], uses }));
  const contextAt = (now: string) => ({
    ...{ db: analytics.db, store: analytics.store, now: new Date(now), correlationId: 'test' },
    config: { BUSINESS_TIME_ZONE: ZONE, DUMP_FOLDER: '' },
  });
  async function save(definition: SegmentNode): Promise<string> {
    const id = randomUUID();
    const kept = { description: '', folder: '', owner: 'Test', version: 1, expiresOn: null, size: 0, sequence: '0' };
    const [createdAt, updatedAt] = [new Date(), new Date()];
    const row = { id, kind: 'SEGMENT', name: id, definition, refreshedAt: null, createdAt, updatedAt };
    await analytics.db.manager.insert(SegmentRow, { ...kept, ...row } as never);
    return id;
  }
  /** What was told of a segment since it was last asked. */
  async function news(id: string): Promise<string[]> {
    const rows: { data: { joined: string[]; left: string[] } }[] = await analytics.db
      .query(
        `delete from outbox where envelope::jsonb #>> '{data,segmentId}' = $1 returning envelope::jsonb -> 'data' as data, seq`,
        [id],
      )
      .then(([deleted]: [{ data: { joined: string[]; left: string[] } }[]]) => deleted);
    return rows.flatMap(({ data }) => [...data.joined.map(() => 'entered'), ...data.left.map(() => 'left')]);
  }

  it('brings its member in when it is issued, out when it is used, and in again when it is given back, until its day is over', async () => {
    const usable = await save({ kind: 'COUPONS_USABLE', pools: [poolId] });
    const redeemed = await save({ kind: 'COUPONS_REDEEMED', pools: [poolId], when: { kind: 'EVER' } });
    const expired = await save({ kind: 'COUPONS_EXPIRED', when: { kind: 'EVER' } });
    const all = async () => [await news(usable), await news(redeemed), await news(expired)];
    await tell({});
    expect(await all()).toEqual([['entered'], [], []]);
    await tell({ revision: 2, status: 'USED', uses: 1 }, [use]);
    expect(await all()).toEqual([['left'], ['entered'], []]);
    // What comes late, or again, changes nothing.
    await tell({}, [use]);
    expect(await all()).toEqual([[], [], []]);
    await tell({ revision: 3 }, [{ ...use, revision: 2, counts: false }]);
    expect(await all()).toEqual([['entered'], ['left'], []]);
    const refresh = async (now: string) => {
      for (const id of [usable, redeemed, expired]) await refreshSegment(contextAt(now), id);
    };
    await refresh('2026-11-22T18:59:00Z');
    expect(await all()).toEqual([[], [], []]);
    await refresh('2026-11-22T19:00:00Z');
    expect(await all()).toEqual([['left'], [], ['entered']]);
  });

  it('cannot be used while its pool is closed', async () => {
    const usable = await save({ kind: 'COUPONS_USABLE' });
    await refreshSegment(contextAt('2026-11-21T07:00:00Z'), usable);
    expect(await news(usable)).toEqual(['entered']);
    await take(anEvent(CouponsTold, { pools: [{ ...pool, revision: 2, status: 'CLOSED' }], coupons: [], uses: [] }));
    await refreshSegment(contextAt('2026-11-21T08:00:00Z'), usable);
    expect(await news(usable)).toEqual(['left']);
  });
});
