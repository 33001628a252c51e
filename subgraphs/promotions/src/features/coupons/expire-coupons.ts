import { inTransaction, type Job } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { countStates } from './count-states';

const BATCH_MAX = 5_000;

/** Codes whose own last day is over in every store expire. A pool's last day needs no job: it is read off the pool. */
export const expireCoupons: Job<PromotionsContext> = {
  name: 'expire-coupons',
  everyMs: 60_000,
  run: async (ctx) => {
    while ((await expireBatch(ctx)) === BATCH_MAX);
  },
};

function expireBatch(ctx: PromotionsContext): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const [expired]: [{ poolNo: number }[], number] = await tx.query(
      `update coupon set state = 'EXPIRED' where code in (
         select code from coupon where state = 'OPEN' and expires_on is not null and expires_on < (
           select coalesce(min(($1::timestamptz at time zone time_zone)::date), '-infinity') from (select distinct time_zone from store) zones)
         order by expires_on limit ${BATCH_MAX} for update skip locked)
       returning pool_no as "poolNo"`,
      [ctx.now],
    );
    await countStates(
      tx,
      expired.map(({ poolNo }) => ({ poolNo, from: 'OPEN', to: 'EXPIRED' })),
    );
    return expired.length;
  });
}
