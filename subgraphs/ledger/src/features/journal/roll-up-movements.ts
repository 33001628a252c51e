import type { Job } from '@adal/service';
import type { LedgerContext } from '../../context';

/** Entries of one transaction. */
const BATCH_MAX = 20_000;
/** Batches of one run: the rest waits for the next, so that a stop is soon. */
const BATCHES_MAX = 50;

/** Adds what was booked to the daily movements, behind the tills' backs and behind transactions that still run. */
export const rollUpMovements: Job<LedgerContext> = {
  name: 'roll-up-movements',
  everyMs: 5_000,
  run: async (ctx) => {
    for (let batches = 0; batches < BATCHES_MAX; batches += 1) {
      const rows: { entries: number }[] = await ctx.db.query('select books.roll_up_movements($1, $2) as entries', [
        ctx.config.BUSINESS_TIME_ZONE,
        BATCH_MAX,
      ]);
      if ((rows[0]?.entries ?? 0) < BATCH_MAX) return;
    }
  },
};
