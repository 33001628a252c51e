import type { Job } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { refreshRfm } from './refresh-rfm';

/** Looks often whether a grid needs new bounds: at the turn of the day, after its settings changed, after an import. */
export const followRfm: Job<AnalyticsContext> = {
  name: 'refresh-rfm',
  everyMs: 15_000,
  // Bounds of a store that is being filled would be those of half the members.
  run: async (ctx) => {
    if (ctx.ingest.filledAt() !== null) await refreshRfm(ctx);
  },
};
