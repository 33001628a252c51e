import type { ServiceContext } from '@adal/service';
import type { AnalyticsConfig } from './config';
import type { RunningIngest } from './features/ingest';
import type { Loaders } from './loaders';
import type { AnalyticsStore } from './store/analytics-store';
import type { TouchedMembers } from './touched-members';

/** What every use case of analytics is given. */
export interface AnalyticsContext extends ServiceContext {
  readonly config: Pick<AnalyticsConfig, 'BUSINESS_TIME_ZONE' | 'DUMP_FOLDER'>;
  readonly store: AnalyticsStore;
  readonly ingest: RunningIngest;
  readonly touched: TouchedMembers;
  readonly loaders: Loaders;
}
