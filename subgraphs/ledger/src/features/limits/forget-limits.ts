import type { Job } from '@adal/service';
import type { LedgerContext } from '../../context';

/** Returns of longer ago give no daily limit back. */
export const KEPT_DAYS = 400;

/** Daily counters end with their day and are forgotten when nobody can ask for them any more. What sales used of them stays. */
export const forgetLimits: Job<LedgerContext> = {
  name: 'forget-limits',
  everyMs: 24 * 3_600_000,
  run: async (ctx) => {
    await ctx.db.query('delete from limit_counter where period_ends_at < $1', [
      new Date(ctx.now.getTime() - KEPT_DAYS * 24 * 3_600_000),
    ]);
  },
};
