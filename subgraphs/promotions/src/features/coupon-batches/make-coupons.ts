import { badInput, inTransaction, isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { MakeCouponsInput } from '../../generated/graphql';
import {
  BATCHES_MAX,
  capacityOf,
  CouponBatch,
  formatOf,
  lastDayOf,
  lockPool,
  poolInvalid,
  poolUnknown,
  type CouponPool,
  type CouponPoolInvalid,
  type CouponPoolUnknown,
} from '../coupon-pools';

export interface CouponBatchSaved {
  __typename: 'CouponBatchSaved';
  batch: CouponBatch;
}

const COUNT_MAX = 50_000_000;

/** Orders codes; the job makes them. The same order again is a success. */
export async function makeCoupons(
  ctx: PromotionsContext,
  { batchId, poolId, count }: MakeCouponsInput,
): Promise<CouponBatchSaved | CouponPoolUnknown | CouponPoolInvalid> {
  if (!isUuid(batchId)) throw badInput('batchId must be a UUID.');
  return inTransaction(ctx.db, async (tx) => {
    const pool = await lockPool(tx, poolId);
    if (pool === null || pool.status === 'DELETED') return poolUnknown();
    const known = await tx.getRepository(CouponBatch).findOneBy({ id: batchId.toLowerCase() });
    if (known !== null) return decideKnown(known, pool, count);
    const batches = await tx.getRepository(CouponBatch).countBy({ poolNo: pool.no });
    const problem = problemOf(pool, count, batches);
    if (problem !== null) return poolInvalid([problem]);
    const batch = tx.create(CouponBatch, {
      id: batchId.toLowerCase(),
      poolNo: pool.no,
      no: batches + 1,
      wanted: BigInt(count),
      made: 0n,
      status: 'RUNNING',
      expiresOn: pool.validDays === null ? null : lastDayOf(ctx.now, pool.validDays, ctx.config.BUSINESS_TIME_ZONE),
      authorName: ctx.actor.name,
      startedAt: ctx.now,
      updatedAt: ctx.now,
    });
    await tx.insert(CouponBatch, batch);
    return { __typename: 'CouponBatchSaved', batch };
  });
}

function decideKnown(batch: CouponBatch, pool: CouponPool, count: number): CouponBatchSaved | CouponPoolInvalid {
  if (batch.poolNo === pool.no && batch.wanted === BigInt(count)) return { __typename: 'CouponBatchSaved', batch };
  return poolInvalid([{ field: 'batchId', message: 'This id was used for another order: make a new one.' }]);
}

function problemOf(pool: CouponPool, count: number, batches: number): { field: string; message: string } | null {
  if (pool.kind !== 'UNIQUE') return { field: 'poolId', message: 'Codes are ordered for pools of unique codes only.' };
  if (batches >= BATCHES_MAX)
    return { field: 'poolId', message: `A pool takes at most ${BATCHES_MAX} orders: make another pool.` };
  if (count < 1 || count > COUNT_MAX) return { field: 'count', message: `Order 1 to ${COUNT_MAX} codes.` };
  const most = capacityOf(formatOf(pool));
  if (BigInt(count) <= most) return null;
  return { field: 'count', message: `Codes this short would be guessed: at most ${most}, or a pool with longer ones.` };
}

export interface CouponBatchUnknown {
  __typename: 'CouponBatchUnknown';
  code: 'COUPON_BATCH_UNKNOWN';
  message: string;
}

/** Stops the making, or resumes it; what is made stays. As it is already is a success. */
export async function setCouponBatchStatus(
  ctx: PromotionsContext,
  { batchId, status }: { batchId: string; status: string },
): Promise<CouponBatchSaved | CouponBatchUnknown> {
  if (status !== 'STOPPED' && status !== 'RUNNING') throw badInput('status must be STOPPED or RUNNING.');
  return inTransaction(ctx.db, async (tx) => {
    const batch = isUuid(batchId) ? await lockBatch(tx, batchId) : null;
    if (batch === null) {
      const message = 'There is no order with this id.';
      return { __typename: 'CouponBatchUnknown', code: 'COUPON_BATCH_UNKNOWN', message };
    }
    if (batch.status !== 'DONE') {
      batch.status = status;
      await tx.update(CouponBatch, { id: batch.id }, { status });
    }
    return { __typename: 'CouponBatchSaved', batch };
  });
}

const lockBatch = (tx: EntityManager, id: string): Promise<CouponBatch | null> =>
  tx.getRepository(CouponBatch).findOne({ where: { id: id.toLowerCase() }, lock: { mode: 'pessimistic_write' } });
