import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import type { AnalyticsStore } from '../../src/store/analytics-store';
import { openClickhouseStore } from '../../src/store/clickhouse/clickhouse-store';
import { freshFolder, openTestStore } from '../harness';

/** A store of one's own; `close` also removes it. */
export type OpenEngine = () => Promise<AnalyticsStore>;

/** Both engines: ClickHouse in process, through its usual client. */
export const engines: readonly (readonly [string, OpenEngine])[] = [
  ['DuckDB', () => inFolder(openTestStore)],
  [
    'ClickHouse',
    () =>
      inFolder((path) => openClickhouseStore(createClient({ connection: createChdbConnection({ path }) as never }))),
  ],
];

async function inFolder(open: (path: string) => Promise<AnalyticsStore>): Promise<AnalyticsStore> {
  const folder = freshFolder();
  const store = await open(folder.path);
  return {
    ...store,
    close: async () => {
      await store.close();
      folder.remove();
    },
  };
}
