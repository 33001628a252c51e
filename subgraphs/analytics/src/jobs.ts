import type { Job } from '@adal/service';
import type { AnalyticsContext } from './context';

/** Nothing runs by the clock yet. */
export const jobs: readonly Job<AnalyticsContext>[] = [];
