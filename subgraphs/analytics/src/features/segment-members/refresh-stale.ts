import type { Job } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { refreshSegment } from './refresh-segment';

/** Conditions that a pool of coupons decides, be it by way of another segment. */
const OF_POOLS = '"(COUPONS_USABLE|COUPONS_EXPIRING|COUPONS_EXPIRED|SEGMENT)"';

/**
 * Follows the clock: every segment is worked out anew once an hour of the chain, so that birthdays, ends of months and points that expire
 * move members without anybody's doing; after a start or a rebuild, for what happened meanwhile; when the calendar has changed; and,
 * of those that ask about coupons, when a pool has: one question for each, however many coupons it has. Not while the store is being filled.
 */
export const refreshStaleSegments: Job<AnalyticsContext> = {
  name: 'refresh-segments',
  everyMs: 2_000,
  run: async (ctx, stopping) => {
    const filledAt = ctx.ingest.filledAt();
    if (filledAt === null) return;
    const stale: { id: string }[] = await ctx.db.query(
      `select id from segment where kind = 'SEGMENT' and (refreshed_at is null
         or refreshed_at < greatest(date_trunc('hour', $1::timestamptz), $2::timestamptz, $3::timestamptz)
         or (refreshed_at < $4::timestamptz and definition::text ~ $5))
       order by refreshed_at nulls first`,
      [ctx.now, filledAt, ctx.touched.changedAt('CALENDAR'), ctx.touched.changedAt('POOLS'), OF_POOLS],
    );
    for (const { id } of stale) {
      if (stopping?.aborted) return;
      await refreshSegment({ ...ctx, now: new Date() }, id);
    }
  },
};
