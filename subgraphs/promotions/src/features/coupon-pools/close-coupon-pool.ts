import { badInput, inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { lockPool, promotionsOfPool, type PoolPromotion } from './coupon-pool.queries';
import { storePool, type CouponPoolSaved } from './save-coupon-pool';

export interface CouponPoolUnknown {
  __typename: 'CouponPoolUnknown';
  code: 'COUPON_POOL_UNKNOWN';
  message: string;
}

export const poolUnknown = (): CouponPoolUnknown => ({
  __typename: 'CouponPoolUnknown',
  code: 'COUPON_POOL_UNKNOWN',
  message: 'There is no pool with this id: save it first.',
});

/** Opens or closes a pool; as it is already is a success. */
export async function setCouponPoolStatus(
  ctx: PromotionsContext,
  { id, status }: { id: string; status: string },
): Promise<CouponPoolSaved | CouponPoolUnknown> {
  if (status !== 'OPEN' && status !== 'CLOSED') throw badInput('status must be OPEN or CLOSED.');
  return inTransaction(ctx.db, async (tx) => {
    const pool = await lockPool(tx, id);
    if (pool === null || pool.status === 'DELETED') return poolUnknown();
    const saved = pool.status === status ? pool : await storePool(ctx, tx, pool, { status });
    return { __typename: 'CouponPoolSaved', pool: saved };
  });
}

export type DeleteCouponPoolOutcome =
  | { __typename: 'CouponPoolDeleted'; id: string }
  | CouponPoolUnknown
  | { __typename: 'CouponPoolInUse'; code: 'COUPON_POOL_IN_USE'; message: string; promotions: PoolPromotion[] };

/** Deletes a pool nobody needs. Rows of codes and their history stay as evidence; the codes count no more. */
export async function deleteCouponPool(
  ctx: PromotionsContext,
  { id }: { id: string },
): Promise<DeleteCouponPoolOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const pool = await lockPool(tx, id);
    if (pool === null) return poolUnknown();
    if (pool.status === 'DELETED') return { __typename: 'CouponPoolDeleted', id: pool.id };
    const promotions = await promotionsOfPool(tx, pool.id);
    if (promotions.length > 0) {
      const names = promotions.map(({ name }) => `“${name}”`).join(', ');
      const message = `The promotions ${names} need this pool: end them first.`;
      return { __typename: 'CouponPoolInUse', code: 'COUPON_POOL_IN_USE', message, promotions };
    }
    await tx.query(
      "update coupon_batch set status = 'STOPPED', updated_at = $2 where pool_no = $1 and status = 'RUNNING'",
      [pool.no, ctx.now],
    );
    await storePool(ctx, tx, pool, { status: 'DELETED' });
    return { __typename: 'CouponPoolDeleted', id: pool.id };
  });
}
