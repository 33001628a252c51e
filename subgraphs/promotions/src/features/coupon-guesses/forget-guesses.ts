import type { Job } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { QUIET_MS } from './guess.rules';

/** Counts that have begun anew anyway are forgotten; incidents stay. */
export const forgetGuesses: Job<PromotionsContext> = {
  name: 'forget-guesses',
  everyMs: 3_600_000,
  run: async (ctx) => {
    await ctx.db.query('delete from coupon_guess where last_at < $1', [new Date(ctx.now.getTime() - QUIET_MS)]);
  },
};
