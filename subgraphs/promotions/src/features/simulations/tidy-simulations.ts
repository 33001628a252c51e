import type { Job } from '@adal/service';
import type { PromotionsContext } from '../../context';

/** Results are kept this long. */
const KEPT_DAYS = 90;

/** Removes what-ifs of long ago. */
export const tidySimulations: Job<PromotionsContext> = {
  name: 'tidy-simulations',
  everyMs: 3_600_000,
  run: async ({ db, now }) => {
    await db.query(
      "delete from simulation where status not in ('QUEUED', 'RUNNING') and finished_at < $1::timestamptz - make_interval(days => $2)",
      [now, KEPT_DAYS],
    );
  },
};
