import { readConfig, subgraphSettings } from '@adal/service';
import { z } from 'zod';

/** Settings of analytics: the frame's and the store's. */
const analyticsSettings = subgraphSettings.extend({
  ANALYTICS_STORE: z.enum(['duckdb', 'clickhouse']).default('duckdb').describe('Engine of the store'),
  DUCKDB_PATH: z
    .string()
    .default('.data/analytics.duckdb')
    .describe('File of the embedded store; this process owns it'),
  DUCKDB_MEMORY_LIMIT: z
    .string()
    .regex(/^\d+(\.\d+)?(MB|GB)$/, 'must read like 512MB or 1GB')
    .default('1GB')
    .describe('Memory of the embedded store; give the container half as much again'),
  DUMP_FOLDER: z
    .string()
    .default('')
    .describe('Where the views of BI are written as Parquet files each night; empty: nowhere'),
  CLICKHOUSE_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://default@127.0.0.1:8123/default')
    .describe('ClickHouse with user, password and database'),
});
export type AnalyticsConfig = Readonly<z.infer<typeof analyticsSettings>>;

/** Reads the environment once; throws ConfigFault with all faults together. */
export function readAnalyticsConfig(env = process.env): AnalyticsConfig {
  return readConfig(analyticsSettings, env);
}
