import { couponsTold, havePool, savePool, aPool } from '../../../test/coupons';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { aReceipt } from '../../../test/builders';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { makeCodes } from '../coupon-batches';
import { onPurchaseConfirmed, onPurchaseReturned, onReservationHeld } from '../coupon-news';
import { couponBackfills } from '.';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());
beforeEach(async () => {
  await promotions.clear();
  await promotions.db.query('truncate coupon_pool, coupon_batch, coupon, coupon_use, coupon_change cascade');
});

const ISSUE = `mutation ($input: IssueCouponsInput!) { result: issueCoupons(input: $input) { ... on CouponsIssued { coupons { code } } } }`;
async function issue(poolId: string, memberIds: string[], issueId = newId()): Promise<string[]> {
  const { data } = await promotions.ask<{ result: { coupons: { code: string }[] } }>(ISSUE, {
    input: { issueId, poolId, memberIds },
  });
  return data.result.coupons.map(({ code }) => code);
}
const minute = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const nothing = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
const sale = (purchaseId: string, at: number, couponsUsed: string[], facts: object = {}) =>
  promotions.deliver(onPurchaseConfirmed, {
    receipt: aReceipt({ purchaseId, recordedAt: minute(at), ...facts }),
    ...nothing,
    couponsUsed,
  });
const giveBack = (purchaseId: string, at: number, couponsFreed: string[], facts: object = {}) =>
  promotions.deliver(onPurchaseReturned, {
    returnId: newId(),
    originalPurchaseId: purchaseId,
    receipt: aReceipt({ purchaseId: 'return', kind: 'RETURN', recordedAt: minute(at), ...facts }),
    balance: null,
    couponsFreed,
  });
/** What is told again, page by page. */
async function toldAgain(): Promise<Awaited<ReturnType<typeof couponsTold>>> {
  await promotions.db.query('truncate outbox');
  for (const { page } of couponBackfills) {
    let place: string | null = null;
    do {
      const { events, next }: Awaited<ReturnType<typeof page>> = await page(promotions.db, place, {
        correlationId: 'test',
        now: NOW,
      });
      for (const event of events)
        await promotions.db.query('insert into outbox (id, subject, envelope) values ($1, $2, $3)', [
          event.id,
          event.type,
          JSON.stringify(event),
        ]);
      place = next;
    } while (place !== null);
  }
  return couponsTold(promotions);
}

it('tells a coupon when it is issued, used, given back and revoked, and never its code', async () => {
  const poolId = await havePool(promotions, { kind: 'PERSONAL', prefix: 'PE', validDays: 9 });
  const promotionId = await promotions.haveRunning({}, { condition: { kind: 'COUPON', poolId } });
  const other = await promotions.haveRunning({});
  const { memberId } = await promotions.haveMember();
  const friend = await promotions.haveMember();
  const issueId = newId();
  const [code = ''] = await issue(poolId, [memberId, friend.memberId], issueId);
  await issue(poolId, [memberId, friend.memberId], issueId);
  const issued = await couponsTold(promotions);
  expect(issued.events.map(({ coupons }) => coupons.length)).toEqual([0, 2]);
  expect(issued.pools).toEqual([{ poolId, revision: 1, status: 'OPEN', validFrom: null, validUntil: null }]);
  const coupon = issued.coupons.find((one) => one.memberId === memberId);
  expect(coupon).toEqual({
    ...{ couponId: coupon?.couponId, memberId, poolId, revision: 1, promotionId: null, status: 'OPEN', uses: 0 },
    ...{ issuedAt: NOW.toISOString(), validFrom: null, validUntil: '2026-12-01' },
  });

  const priced = [promotionId, other].map((id) => ({ promotionId: id, version: 1, variant: null, heldOut: false }));
  await sale('P1', 1, [code], { memberId, promotions: priced });
  const used = await couponsTold(promotions);
  const use = { couponId: coupon?.couponId, purchaseId: 'P1', memberId, poolId, takenBy: [promotionId] };
  expect(used.coupons).toContainEqual({ ...coupon, revision: 2, status: 'USED', uses: 1 });
  expect(used.uses).toMatchObject([{ ...use, counts: true, at: minute(1) }]);

  await giveBack('P1', 2, [code], { memberId });
  const back = await couponsTold(promotions);
  expect(back.coupons).toContainEqual({ ...coupon, revision: 3 });
  expect(back.uses).toMatchObject([{ ...use, counts: false }]);

  await promotions.ask('mutation ($code: String!) { revokeCoupon(input: { code: $code }) { __typename } }', { code });
  const told = await couponsTold(promotions);
  expect(told.coupons).toContainEqual({ ...coupon, revision: 4, status: 'REVOKED' });
  expect(told.text).not.toContain(code);
  const { pools, coupons, uses } = await toldAgain();
  expect({ pools, coupons, uses }).toEqual({ pools: told.pools, coupons: told.coupons, uses: told.uses });
});

it('tells whose sale issued a coupon, and a pool whenever it changes', async () => {
  const pool = aPool({ kind: 'PRINTED', prefix: 'PR' });
  await savePool(promotions, pool);
  const { memberId } = await promotions.haveMember();
  const coupon = (code: string) => ({
    ...{ code, poolId: pool.id, promotionId: 'Autumn', text: [], barcode: code },
    ...{ validFrom: '2026-11-23', validUntil: '2026-11-30' },
  });
  for (const [code, buyer] of [
    ['PR1', memberId],
    ['PR2', null],
  ] as const)
    await promotions.deliver(onPurchaseConfirmed, {
      receipt: aReceipt({ memberId: buyer }),
      ...nothing,
      couponsIssued: [coupon(code)],
    });
  await savePool(promotions, { ...pool, version: 1, validUntil: '2026-12-31' });
  await promotions.ask(
    'mutation ($id: ID!) { setCouponPoolStatus(input: { id: $id, status: "CLOSED" }) { __typename } }',
    {
      id: pool.id,
    },
  );
  const { coupons, pools } = await couponsTold(promotions);
  expect(coupons).toMatchObject([
    { memberId, promotionId: 'Autumn', validFrom: '2026-11-23', validUntil: '2026-11-30' },
  ]);
  expect(pools).toEqual([
    { poolId: pool.id, revision: 3, status: 'CLOSED', validFrom: null, validUntil: '2026-12-31' },
  ]);
});

it('tells nothing of codes that are nobody’s, but who of the members used one', async () => {
  const poolId = await havePool(promotions);
  await promotions.ask('mutation ($input: MakeCouponsInput!) { makeCoupons(input: $input) { __typename } }', {
    input: { batchId: newId(), poolId, count: 500 },
  });
  await makeCodes.run(promotions.context());
  const [first, second]: { code: string }[] = await promotions.db.query('select code from coupon limit 2');
  const { memberId } = await promotions.haveMember();
  await sale('P1', 1, [first?.code ?? ''], { memberId });
  await sale('P2', 1, [second?.code ?? '']);
  const told = await couponsTold(promotions);
  expect(told.coupons).toEqual([]);
  expect(told.uses).toMatchObject([{ purchaseId: 'P1', memberId, counts: true, takenBy: [] }]);
  const { coupons, uses } = await toldAgain();
  expect({ coupons, uses }).toEqual({ coupons: [], uses: told.uses });
});

it('tells last what is so, in whatever order news come, and again what it told', async () => {
  const poolId = await havePool(promotions, { kind: 'PERSONAL', prefix: 'PE', usesPerCode: 2 });
  const { memberId } = await promotions.haveMember();
  const codes = await issue(poolId, [memberId, (await promotions.haveMember()).memberId]);
  // A till holds for a purchase before it is booked.
  const hold = (purchaseId: string, _at: number, coupons: string[]) =>
    promotions.deliver(onReservationHeld, {
      ...{ purchaseId, memberId, storeId: 'ALM-1', heldAt: minute(-1), expiresAt: minute(15), coupons },
    });
  const act = fc.constantFrom(hold, sale, giveBack);
  const step = fc.tuple(act, fc.constantFrom('P1', 'P2', 'P3'), fc.nat({ max: 9 }), fc.constantFrom(...codes));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const [does, purchaseId, at, code] of steps) await does(purchaseId, at, [code], { memberId });
      const { coupons, uses } = await couponsTold(promotions);
      for (const { couponId, uses: count } of coupons)
        expect(uses.filter((use) => use.couponId === couponId && use.counts)).toHaveLength(count);
      const envelopes: object[] = await promotions.db.query('select id, subject, envelope from outbox order by seq');
      expect(await toldAgain()).toMatchObject({ coupons, uses });
      await promotions.db.query('truncate outbox');
      await promotions.db.query(
        `insert into outbox (id, subject, envelope) select id, subject, envelope from jsonb_to_recordset($1::jsonb)
           as row(id uuid, subject text, envelope text)`,
        [JSON.stringify(envelopes)],
      );
    }),
    { numRuns: 12 },
  );
});
