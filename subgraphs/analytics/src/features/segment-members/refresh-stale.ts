import type { Job } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { refreshSegment } from './refresh-segment';

/**
 * Follows the clock: every segment is worked out anew once an hour of the chain, so that birthdays, ends of months and points that expire
 * move members without anybody's doing; after a start or a rebuild, for what happened meanwhile; and when the calendar has changed. Not while the store is being filled.
 */
export const refreshStaleSegments: Job<AnalyticsContext> = {
  name: 'refresh-segments',
  everyMs: 20_000,
  run: async (ctx, stopping) => {
    const filledAt = ctx.ingest.filledAt();
    if (filledAt === null) return;
    const stale: { id: string }[] = await ctx.db.query(
      `select id from segment where kind = 'SEGMENT' and (refreshed_at is null
         or refreshed_at < greatest(date_trunc('hour', $1::timestamptz), $2::timestamptz, $3::timestamptz))
       order by refreshed_at nulls first`,
      [ctx.now, filledAt, ctx.touched.calendarAt()],
    );
    for (const { id } of stale) {
      if (stopping?.aborted) return;
      await refreshSegment({ ...ctx, now: new Date() }, id);
    }
  },
};
