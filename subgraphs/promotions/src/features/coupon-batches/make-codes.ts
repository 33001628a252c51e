import { inTransaction, type Job } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { codesSql, CouponBatch, CouponPool, formatOf } from '../coupon-pools';

/** Codes in one transaction: about a second's work, and what a crash or a stop may cost. */
const CHUNK = 100_000n;
/** A run ends after this, so that the service can stop; the next one goes on where it ended. */
const RUN_MS = 5_000;

/** Makes the codes that were ordered, the oldest order first. Safe to stop at any point. */
export const makeCodes: Job<PromotionsContext> = {
  name: 'make-codes',
  everyMs: 500,
  run: async (ctx) => {
    const deadline = Date.now() + RUN_MS;
    while ((await makeChunk(ctx)) && Date.now() < deadline);
  },
};

/** Makes the next chunk; false when nothing is ordered. */
function makeChunk(ctx: PromotionsContext): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const batch = await tx
      .getRepository(CouponBatch)
      .createQueryBuilder('batch')
      .where("batch.status = 'RUNNING'")
      .orderBy('batch.startedAt')
      .addOrderBy('batch.id')
      .limit(1)
      .setLock('pessimistic_write')
      .getOne();
    if (batch === null) return false;
    const pool = await tx.getRepository(CouponPool).findOneByOrFail({ no: batch.poolNo });
    const until = batch.made + CHUNK < batch.wanted ? batch.made + CHUNK : batch.wanted;
    await tx.query(
      `insert into coupon (code, pool_no, state, uses, batch_no, expires_on)
       select code, $5::int, 'OPEN', 0, $6::smallint, $7::date from (${codesSql(formatOf(pool), batch.no)}) made`,
      [
        pool.secret,
        batch.made.toString(),
        until.toString(),
        batch.wanted.toString(),
        pool.no,
        batch.no,
        batch.expiresOn,
      ],
    );
    await tx.update(
      CouponBatch,
      { id: batch.id },
      { made: until, status: until === batch.wanted ? 'DONE' : 'RUNNING', updatedAt: new Date() },
    );
    await tx.query('update coupon_pool set issued = issued + $2 where no = $1', [
      pool.no,
      (until - batch.made).toString(),
    ]);
    return true;
  });
}
