import type { Job } from '@adal/service';
import type { AnalyticsContext } from '../../context';

/** Features follow the receipts at a second's distance, so that taking in does not wait for them. */
export const refreshFeatures: Job<AnalyticsContext> = {
  name: 'refresh-member-features',
  everyMs: 1_000,
  run: async ({ store, touched }) => {
    touched.tell(await store.refreshFeatures(), 'RECEIPT');
  },
};

const HOUR_MS = 3_600_000;

/** Puts the store in order, as far as it is out of it. */
export const maintainStore: Job<AnalyticsContext> = {
  name: 'maintain-store',
  everyMs: HOUR_MS,
  run: ({ store }) => store.maintain(),
};

const DAY_MS = 86_400_000;

/** Once a day, and after a start, all of them: nothing that went wrong with one stays wrong for long. */
export const rebuildFeatures: Job<AnalyticsContext> = {
  name: 'rebuild-member-features',
  everyMs: DAY_MS,
  run: ({ store }) => store.rebuildFeatures(),
};
