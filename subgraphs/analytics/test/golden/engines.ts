import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import type { AnalyticsStore } from '../../src/store/analytics-store';
import { openClickhouseStore } from '../../src/store/clickhouse/clickhouse-store';
import { freshFolder, openTestStore } from '../harness';

/** A store of one's own; `close` also removes it. `beforeWrite` may throw where a ClickHouse would be out of reach. */
export type OpenEngine = (beforeWrite?: () => void) => Promise<AnalyticsStore>;

/** Both engines: ClickHouse in process, through its usual client. */
export const engines: readonly (readonly [string, OpenEngine])[] = [
  ['DuckDB', () => inFolder(openTestStore)],
  ['ClickHouse', (beforeWrite) => inFolder((path) => openClickhouseStore(clientOf(path, beforeWrite)))],
];

function clientOf(path: string, beforeWrite: () => void = () => undefined): ClickHouseClient {
  const client = createClient({ connection: createChdbConnection({ path }) as never });
  const { insert, command } = client;
  client.insert = (params) => (beforeWrite(), insert.call(client, params));
  client.command = (params) => (beforeWrite(), command.call(client, params));
  return client;
}

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
