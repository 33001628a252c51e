import type { Logger } from '@adal/service';
import { createClient } from '@clickhouse/client';
import type { AnalyticsConfig } from '../config';
import { QUERY_MS_MAX, type AnalyticsStore } from './analytics-store';
import { openClickhouseStore } from './clickhouse/clickhouse-store';
import { openDuckdbStore } from './duckdb/duckdb-store';

/** Opens the store that the settings name. */
export async function openStore(config: AnalyticsConfig, log: Logger): Promise<AnalyticsStore> {
  if (config.ANALYTICS_STORE === 'duckdb') {
    return openDuckdbStore({
      path: config.DUCKDB_PATH,
      memoryLimit: config.DUCKDB_MEMORY_LIMIT,
      log,
      onBroken: () => process.exit(1),
    });
  }
  return openClickhouseStore(createClient({ url: config.CLICKHOUSE_URL, request_timeout: QUERY_MS_MAX + 5_000 }));
}
