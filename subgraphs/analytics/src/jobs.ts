import type { Job } from '@adal/service';
import type { AnalyticsContext } from './context';
import { writeDumps } from './features/dumps';
import { followRfm } from './features/rfm-members';
import { refreshStaleSegments } from './features/segment-members';
import { maintainStore, rebuildFeatures, refreshFeatures } from './features/upkeep';

/** What runs by the clock. */
export const jobs: readonly Job<AnalyticsContext>[] = [
  followRfm,
  refreshStaleSegments,
  refreshFeatures,
  rebuildFeatures,
  maintainStore,
  writeDumps,
];
