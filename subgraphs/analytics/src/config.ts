import { readConfig, subgraphSettings } from '@adal/service';
import { z } from 'zod';

/** Settings of analytics: the frame's and the store's. */
export const analyticsSettings = subgraphSettings
  .extend({
    ANALYTICS_STORE: z.enum(['duckdb', 'clickhouse']).default('duckdb').describe('Engine of the store'),
    DUCKDB_PATH: z.string().default('.data/analytics.duckdb').describe('File of the embedded store; this process owns it'),
    DUCKDB_MEMORY_LIMIT: z.string().regex(/^\d+(\.\d+)?(MB|GB)$/, 'must read like 512MB or 1GB').default('1GB').describe('Memory of the embedded store; give the container half as much again'),
    CLICKHOUSE_URL: z.url({ protocol: /^https?$/ }).optional().describe('ClickHouse with user, password and database, e.g. http://adal:secret@host:8123/adal'),
  })
  .refine((settings) => settings.ANALYTICS_STORE !== 'clickhouse' || settings.CLICKHOUSE_URL, {
    path: ['CLICKHOUSE_URL'],
    message: 'must be set when ANALYTICS_STORE is clickhouse',
  });
export type AnalyticsConfig = Readonly<z.infer<typeof analyticsSettings>>;

/** Reads the environment once; throws ConfigFault with all faults together. */
export function readAnalyticsConfig(env = process.env): AnalyticsConfig {
  return readConfig(analyticsSettings, env);
}
