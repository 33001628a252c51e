import { randomUUID } from 'node:crypto';
import { CouponsTold, MembersImported, SegmentChanged } from '@adal/events';
import { eventually } from '@adal/testkit';
import { aMember, anEvent } from '../../../test/builders';
import { ANALYST, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { SegmentNode } from '../segment-language';
import { refreshStaleSegments } from '.';

let analytics: TestAnalytics;
beforeAll(async () => void (analytics = await startAnalytics()));
afterAll(() => analytics.stop());

const began = new Date();
const memberId = randomUUID();
const poolId = randomUUID();
const pool = { poolId, revision: 1, status: 'OPEN' as const, validFrom: null, validUntil: null };
const coupon = {
  ...{ couponId: randomUUID(), memberId, poolId, revision: 1, promotionId: null, status: 'OPEN' as const, uses: 0 },
  ...{ issuedAt: '2026-11-20T06:00:00Z', validFrom: null, validUntil: null },
};

async function save(definition: SegmentNode): Promise<string> {
  const id = randomUUID();
  await analytics.db.query(
    `insert into segment (id, kind, name, description, folder, owner, definition, version, size, sequence, created_at, updated_at)
     values ($1::uuid, 'SEGMENT', $1::uuid::text, '', '', 'Analyst', $2, 1, 0, 0, now(), now())`,
    [id, JSON.stringify(definition)],
  );
  return id;
}

it('moves members when the pool of their coupons is closed, opened or gets other days, and asks of no other segments', async () => {
  const usable = await save({ kind: 'COUPONS_USABLE', pools: [poolId] });
  const named = await save({ kind: 'NOT', of: { kind: 'SEGMENT', id: usable } });
  const other = await save({ kind: 'REGISTERED', when: { kind: 'EVER' } });
  await analytics.publish(
    anEvent(MembersImported, { importId: 'm', members: [aMember({ memberId })] }),
    anEvent(CouponsTold, { pools: [pool], coupons: [coupon], uses: [] }),
  );
  const states = async () => {
    // The hour in which it began: another one would ask of all.
    await refreshStaleSegments.run({ ...analytics.contextOf(ANALYST), now: began });
    const rows: { id: string; size: number; refreshed_at: Date }[] = await analytics.db.query(
      'select id, size, refreshed_at from segment',
    );
    return (id: string) => rows.find((row) => row.id === id);
  };
  const become = async (sizes: readonly [number, number]): Promise<Date | undefined> => {
    let asked: Date | undefined;
    await eventually(async () => {
      const of = await states();
      asked = of(other)?.refreshed_at;
      expect([of(usable)?.size, of(named)?.size]).toEqual(sizes);
      return true;
    });
    return asked;
  };
  await eventually(async () => {
    const sql = 'SELECT count() AS n FROM member_coupons AS c INNER JOIN members AS m ON m.member_id = c.member_id';
    const [row] = await analytics.store.query({ sql, parameters: {} });
    return Number(row?.['n']) === 1;
  });
  const asked = await become([1, 0]);
  const changes = [
    [{ status: 'CLOSED' as const }, [0, 1]],
    [{ status: 'OPEN' as const }, [1, 0]],
    [{ validUntil: '2026-01-01' }, [0, 1]],
    [{ validUntil: null }, [1, 0]],
  ] as const;
  for (const [index, [change, sizes]] of changes.entries()) {
    const pools = [{ ...pool, ...change, revision: index + 2 }];
    await analytics.publish(anEvent(CouponsTold, { pools, coupons: [], uses: [] }));
    expect(await become(sizes)).toEqual(asked);
  }
  const told: { envelope: string }[] = await analytics.db.query('select envelope from outbox where subject = $1', [
    SegmentChanged.subject,
  ]);
  expect(told.filter(({ envelope }) => envelope.includes(usable))).toHaveLength(5);
});
