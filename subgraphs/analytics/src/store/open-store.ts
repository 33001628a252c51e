import type { Logger } from '@adal/service';
import type { AnalyticsConfig } from '../config';
import type { AnalyticsStore } from './analytics-store';
import { openDuckdbStore } from './duckdb/duckdb-store';

/** Opens the store the settings name. */
export function openStore(config: AnalyticsConfig, log: Logger): Promise<AnalyticsStore> {
  return openDuckdbStore({ path: config.DUCKDB_PATH, memoryLimit: config.DUCKDB_MEMORY_LIMIT, log });
}
