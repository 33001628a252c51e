import { chunksOf, CouponsTold, recordEnvelopes, recordEvent, sealEvent, type EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import {
  COUPON,
  couponOf,
  isToldUse,
  NOTHING,
  POOL,
  USE,
  useOf,
  type CouponRow,
  type PoolRow,
  type UseRow,
} from './coupon-snapshots';

/** Tells those of the codes that are a member's, in the transaction that has changed them. */
export async function tellCoupons(tx: EntityManager, codes: readonly string[], origin: EventOrigin): Promise<void> {
  if (codes.length === 0) return;
  const rows: CouponRow[] = await tx.query(
    `with c as (update coupon set revision = coalesce(revision, 0) + 1 where code = any($1::text[]) and member_id is not null returning *)
     select ${COUPON} from c join coupon_pool p on p.no = c.pool_no order by c.code`,
    [codes],
  );
  const chunks = chunksOf(rows.map(couponOf));
  await recordEnvelopes(
    tx,
    chunks.map((coupons) => sealEvent(CouponsTold, { ...NOTHING, coupons }, origin)),
  );
}

/** Tells what purchases of members did with codes, and the codes that are a member's. */
export async function tellCouponUses(
  tx: EntityManager,
  uses: readonly { readonly code: string; readonly purchaseId: string }[],
  origin: EventOrigin,
): Promise<void> {
  if (uses.length === 0) return;
  const codes = uses.map(({ code }) => code);
  await tellCoupons(tx, [...new Set(codes)], origin);
  const rows: UseRow[] = await tx.query(
    `select ${USE} from coupon_use c join coupon_pool p on p.no = c.pool_no
     where (c.code, c.purchase_id) in (select * from unnest($1::text[], $2::text[])) and ${isToldUse} order by c.code, c.purchase_id`,
    [codes, uses.map(({ purchaseId }) => purchaseId)],
  );
  const chunks = chunksOf(rows.map(useOf));
  await recordEnvelopes(
    tx,
    chunks.map((told) => sealEvent(CouponsTold, { ...NOTHING, uses: told }, origin)),
  );
}

/** Tells a pool, in the transaction that has changed it. */
export async function tellCouponPool(tx: EntityManager, id: string, origin: EventOrigin): Promise<void> {
  const pools: PoolRow[] = await tx.query(`select ${POOL} from coupon_pool p where p.id = $1`, [id]);
  await recordEvent(tx, CouponsTold, { ...NOTHING, pools }, origin);
}
