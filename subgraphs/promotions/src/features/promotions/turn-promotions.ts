import { inTransaction, type Job } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import { Promotion } from './promotion.entity';
import { statusByClock } from './promotion-status.rules';
import { storePromotion } from './store-promotion';

const BATCH_MAX = 100;

/** Starts and ends promotions by the clock. Prices do not wait for it: the engine reads the schedule itself. */
export const turnPromotions: Job<PromotionsContext> = {
  name: 'turn-promotions',
  everyMs: 5_000,
  run: (ctx) =>
    inTransaction(ctx.db, async (tx) => {
      for (const before of await lockDue(tx, ctx.now)) {
        const status = statusByClock(before, ctx.now);
        await storePromotion(tx, { before, next: tx.create(Promotion, { ...before, status }) }, ctx);
      }
    }),
};

function lockDue(tx: EntityManager, now: Date): Promise<Promotion[]> {
  return tx
    .getRepository(Promotion)
    .createQueryBuilder('promotion')
    .where(`promotion.status = 'SCHEDULED' and promotion.startsAt <= :now`, { now })
    .orWhere(`promotion.status in ('SCHEDULED', 'RUNNING', 'PAUSED') and promotion.endsAt <= :now`)
    .orderBy('promotion.id')
    .limit(BATCH_MAX)
    .setLock('pessimistic_write')
    .getMany();
}
