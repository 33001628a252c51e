import type { DataSource } from 'typeorm';
import { boughtLoader, memberSegmentsLoader } from './features/behaviour';
import { rfmCellsLoader } from './features/rfm-members';
import type { AnalyticsStore } from './store/analytics-store';

/** Batched reads of one request. */
export const createLoaders = (db: DataSource, store: AnalyticsStore) => ({
  bought: boughtLoader(store),
  segmentsOfMember: memberSegmentsLoader(db),
  rfmCellsOfMember: rfmCellsLoader(db),
});

export type Loaders = ReturnType<typeof createLoaders>;
