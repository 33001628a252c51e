import { LimitExhausted, LimitFreed, recordEvent, type LimitState } from '@adal/events';
import { inTransaction, type Job } from '@adal/service';
import type { LedgerContext } from '../../context';

/** Limits in one event. */
const BATCH_MAX = 500;

type News = LimitState & { readonly exhausted: boolean };

/** Tells which limits tills should no longer offer, and which they may again: by a job, so that no sale waits for it. */
export const tellLimits: Job<LedgerContext> = {
  name: 'tell-limits',
  everyMs: 1_000,
  run: async (ctx) => {
    for (;;) if ((await tellBatch(ctx)) < BATCH_MAX) return;
  },
};

function tellBatch(ctx: LedgerContext): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    // A counter that a till holds is told of the next time.
    const [news]: [News[], number] = await tx.query(
      `update limit_counter c set told = exhausted
       from (select key, shard from limit_counter where exhausted <> told order by key limit ${BATCH_MAX} for update skip locked) n
       where c.key = n.key and c.shard = n.shard
       returning c.key, c.kind, c.promotion_id as "promotionId", c.subject, c.max::float8 as max, c.period_ends_at as "periodEndsAt", c.exhausted`,
    );
    const asOf = ctx.now.toISOString();
    for (const [exhausted, contract] of [
      [true, LimitExhausted],
      [false, LimitFreed],
    ] as const) {
      const limits = news
        .filter((state) => state.exhausted === exhausted)
        .map(({ exhausted: _, periodEndsAt, ...state }) => ({
          ...state,
          periodEndsAt: periodEndsAt === null ? null : new Date(periodEndsAt).toISOString(),
        }));
      if (limits.length > 0) await recordEvent(tx, contract, { asOf, limits }, ctx);
    }
    return news.length;
  });
}
