import fc from 'fast-check';
import { newId } from '@adal/service';
import { aReceipt } from '../../../test/builders';
import { figures, havePool } from '../../../test/coupons';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { expireCoupons } from '../coupons';
import { onPurchaseConfirmed } from './on-purchase-confirmed';
import { onPurchaseReturned } from './on-purchase-returned';
import { onReservationHeld } from './on-reservation-held';
import { onReservationReleased } from './on-reservation-released';
import { registerCoupons } from '../coupons';

let promotions: Promotions;
let poolId: string;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());
beforeEach(async () => {
  await promotions.db.query('truncate coupon_pool, coupon, coupon_use, coupon_change cascade');
  poolId = await havePool(promotions, { kind: 'IMPORTED', prefix: null });
  await haveCodes('A', 'B', 'C');
});

async function haveCodes(...codes: string[]): Promise<void> {
  const [pool]: { no: number }[] = await promotions.db.query('select no from coupon_pool where id = $1', [poolId]);
  const facts = {
    poolNo: pool?.no ?? 0,
    expiresOn: null,
    validFrom: null,
    memberId: null,
    purchaseId: null,
    authorName: 'Aigul',
    at: NOW,
  };
  await promotions.db.transaction((tx) =>
    registerCoupons(
      tx,
      codes.map((code) => ({ code, ...facts })),
      { now: NOW, correlationId: 'test' },
    ),
  );
}
const minute = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const nothing = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
const sale = (purchaseId: string, at: number, couponsUsed: string[]) =>
  promotions.deliver(onPurchaseConfirmed, {
    receipt: aReceipt({ purchaseId, recordedAt: minute(at) }),
    ...nothing,
    couponsUsed,
  });
const giveBack = (purchaseId: string, at: number, couponsFreed: string[], couponsWithdrawn: object[] = []) =>
  promotions.deliver(onPurchaseReturned, {
    returnId: newId(),
    originalPurchaseId: purchaseId,
    receipt: aReceipt({ purchaseId: 'return', kind: 'RETURN', recordedAt: minute(at) }),
    balance: null,
    couponsFreed,
    couponsWithdrawn,
  });
const hold = (purchaseId: string, at: number, coupons: string[]) =>
  promotions.deliver(onReservationHeld, {
    purchaseId,
    memberId: null,
    storeId: 'ALM-1',
    heldAt: minute(at),
    expiresAt: minute(at + 15),
    coupons,
  });
const release = (purchaseId: string, at: number, coupons: string[]) =>
  promotions.deliver(onReservationReleased, { purchaseId, memberId: null, releasedAt: minute(at), coupons });
interface Seen {
  state: string;
  uses: number;
  history: { what: string; purchaseId: string | null; at: string }[];
}
async function look(code: string): Promise<Seen> {
  const { data } = await promotions.ask<{ coupon: Seen }>(
    `query ($code: String!) { coupon(code: $code) { state uses history { what purchaseId at } } }`,
    { code },
  );
  return data.coupon;
}

it('goes from open by a hold to used and by a return back to open, with every step in its history', async () => {
  await hold('P1', 1, ['A']);
  expect(await look('A')).toMatchObject({ state: 'RESERVED', uses: 0 });
  await sale('P1', 2, ['A']);
  expect(await look('A')).toMatchObject({ state: 'REDEEMED', uses: 1 });
  await giveBack('P1', 3, ['A']);
  const { state, uses, history } = await look('A');
  expect([state, uses]).toEqual(['OPEN', 0]);
  expect(history.map(({ what, purchaseId }) => [what, purchaseId])).toEqual([
    ['RETURNED', 'P1'],
    ['REDEEMED', 'P1'],
    ['RESERVED', 'P1'],
    ['ISSUED', null],
  ]);
});

it('is free again when a reservation is released, or confirmed without it', async () => {
  await hold('P1', 1, ['A', 'B']);
  await release('P1', 2, ['A']);
  expect(await look('A')).toMatchObject({ state: 'OPEN' });
  await sale('P1', 3, ['C']);
  expect([(await look('B')).state, (await look('C')).state]).toEqual(['OPEN', 'REDEEMED']);
});

it('does not mind news that come late', async () => {
  await giveBack('P1', 3, ['A']);
  await sale('P1', 2, ['A']);
  await hold('P1', 1, ['A']);
  expect(await look('A')).toMatchObject({ state: 'OPEN', uses: 0 });
});

it('revokes by staff what is open, and refuses what is used or unknown', async () => {
  const revoke = async (code: string) =>
    (
      await promotions.ask<{ result: object }>(
        'mutation ($code: String!) { result: revokeCoupon(input: { code: $code }) { __typename } }',
        { code },
      )
    ).data.result;
  await sale('P1', 1, ['B']);
  expect(await revoke('a')).toEqual({ __typename: 'CouponRevoked' });
  expect(await revoke('a')).toEqual({ __typename: 'CouponRevoked' });
  expect(await revoke('B')).toEqual({ __typename: 'CouponNotOpen' });
  expect(await revoke('NONE')).toEqual({ __typename: 'CouponUnknown' });
  await giveBack('P1', 2, ['B']);
  const { told, counted } = await figures(promotions, poolId);
  expect([told, counted]).toEqual([counted, { issued: 3, redeemed: 0, expired: 0, revoked: 1, open: 2 }]);
});

it('takes a printed coupon back with its sale, also when the return is told first, but not a used one', async () => {
  const printed = await havePool(promotions, { kind: 'PRINTED', prefix: 'PR' });
  const coupon = (code: string) => ({
    code,
    poolId: printed,
    promotionId: 'x',
    text: [],
    barcode: code,
    validFrom: null,
    validUntil: null,
  });
  const issue = (purchaseId: string, code: string) =>
    promotions.deliver(onPurchaseConfirmed, {
      receipt: aReceipt({ purchaseId }),
      ...nothing,
      couponsIssued: [coupon(code)],
    });
  await giveBack('P1', 2, [], [coupon('PR1')]);
  await issue('P1', 'PR1');
  await issue('P2', 'PR2');
  await sale('P3', 2, ['PR2']);
  await giveBack('P2', 3, [], [coupon('PR2')]);
  expect([(await look('PR1')).state, (await look('PR2')).state]).toEqual(['REVOKED', 'REDEEMED']);
  const { told, counted } = await figures(promotions, printed);
  expect([told, counted]).toEqual([counted, { issued: 2, redeemed: 1, expired: 0, revoked: 1, open: 0 }]);
});

it('expires codes whose own last day is over in every store', async () => {
  await promotions.db.query("update coupon set expires_on = '2026-11-22' where code in ('A', 'B')");
  await sale('P1', 1, ['B']);
  await expireCoupons.run(promotions.context({ now: new Date('2026-11-22T18:59:00Z') }));
  expect(await look('A')).toMatchObject({ state: 'OPEN' });
  const after = promotions.context({ now: new Date('2026-11-22T19:00:00Z') });
  await Promise.all([expireCoupons.run(after), expireCoupons.run(after)]);
  expect([(await look('A')).state, (await look('B')).state, (await look('C')).state]).toEqual([
    'EXPIRED',
    'REDEEMED',
    'OPEN',
  ]);
  expect((await look('A')).history[0]?.what).toBe('EXPIRED');
  const { told, counted } = await figures(promotions, poolId);
  expect([told, counted]).toEqual([counted, { issued: 3, redeemed: 1, expired: 1, revoked: 0, open: 1 }]);
});

it('counts issued − redeemed − expired − revoked = open, whatever happens in whatever order', async () => {
  const codes = fc.constantFrom('A', 'B', 'C', 'PUBLIC1');
  const purchases = fc.constantFrom('P1', 'P2', 'P3');
  const step = fc.tuple(fc.constantFrom(hold, release, sale, giveBack), purchases, fc.nat({ max: 9 }), codes);
  const publicId = await havePool(promotions, { kind: 'PUBLIC', prefix: null, publicCode: 'PUBLIC1', usesPerCode: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const [act, purchaseId, at, code] of steps) await act(purchaseId, at, [code]);
      for (const id of [poolId, publicId]) {
        const { told, counted } = await figures(promotions, id);
        expect(told).toEqual(counted);
      }
    }),
    { numRuns: 12 },
  );
});

it('shows redemptions by day and a member’s coupons', async () => {
  const member = await promotions.haveMember();
  await promotions.db.query('update coupon set member_id = $1 where code = $2', [member.memberId, 'A']);
  await sale('P1', 1, ['A']);
  await sale('P2', 1, ['B']);
  const { data } = await promotions.ask(
    `query ($id: ID!, $members: [_Any!]!) { couponPool(id: $id) { redemptionsByDay { day redeemed } codes(first: 2) { edges { node { code } } pageInfo { hasNextPage } } }
      _entities(representations: $members) { ... on Member { coupons { edges { node { code state pool { name } } } } } } }`,
    { id: poolId, members: [{ __typename: 'Member', id: member.memberId }] },
  );
  expect(data).toEqual({
    couponPool: {
      redemptionsByDay: [{ day: '2026-11-22', redeemed: 2 }],
      codes: { edges: [{ node: { code: 'A' } }, { node: { code: 'B' } }], pageInfo: { hasNextPage: true } },
    },
    _entities: [{ coupons: { edges: [{ node: { code: 'A', state: 'REDEEMED', pool: { name: 'Spring' } } }] } }],
  });
});
