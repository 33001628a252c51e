import type { Job } from '@adal/service';
import type { MembersContext } from '../../context';

const HOUR_MS = 3_600_000;
/** Sessions that are over stay this long, for the eye. */
const KEPT_DAYS = 30;

/** Removes sessions that are long over, and failures that no longer count. */
export const purgeSessions: Job<MembersContext> = {
  name: 'purge-sessions',
  everyMs: HOUR_MS,
  run: async ({ db, now }) => {
    const before = new Date(now.getTime() - KEPT_DAYS * 24 * HOUR_MS);
    await db.query('delete from session where least(expires_at, ended_at) < $1', [before]);
    await db.query('delete from sign_in_throttle where failed_at < $1', [new Date(now.getTime() - 24 * HOUR_MS)]);
  },
};
