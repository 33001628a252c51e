import type { Job } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { refreshRfm } from './refresh-rfm';

/** Looks every minute whether a grid needs new bounds: at the turn of the day, after its settings changed, after an import. */
export const followRfm: Job<AnalyticsContext> = {
  name: 'refresh-rfm',
  everyMs: 60_000,
  run: (ctx) => refreshRfm(ctx),
};
