import type { Job } from '@adal/service';
import type { PromotionsContext } from '../../context';

const DAY_MS = 24 * 3_600_000;
/** A quote may be of a day that is over: time zones, and tills that were offline. */
const AFTER_PERIOD_DAYS = 2;
/** As long as streams keep events: nothing older can arrive that a freed limit would have to be compared with. */
const FREED_DAYS = 31;
/** A cap without a period that nobody was refused for so long is most likely of a promotion that ended. */
const EXHAUSTED_DAYS = 400;

/**
 * Forgets what can no longer matter of limits. Safe whatever it forgets: the ledger counts, not this table. A limit that is forgotten and
 * still used up costs one sale a refusal, and the ledger tells it anew with that refusal.
 */
export const forgetLimitStates: Job<PromotionsContext> = {
  name: 'forget-limit-states',
  everyMs: DAY_MS / 24,
  run: async ({ db, now }) => {
    const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    await db.query(
      'delete from limit_state where period_ends_at < $1 or as_of < case when exhausted then $3::timestamptz else $2::timestamptz end',
      [before(AFTER_PERIOD_DAYS), before(FREED_DAYS), before(EXHAUSTED_DAYS)],
    );
  },
};
