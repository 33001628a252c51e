import { connectStreams } from '@adal/events';
import { analyticsDataSource } from '../src/db/data-source';
import { openDuckdbStore } from '../src/store/duckdb/duckdb-store';
import { silent, startTestIngest } from './harness';

/** Takes events in until it is killed. */
async function main(databaseUrl: string, natsUrl: string, path: string): Promise<void> {
  const db = await analyticsDataSource(databaseUrl, 2).initialize();
  const streams = await connectStreams(natsUrl, 'analytics-killed');
  const store = await openDuckdbStore({ path, memoryLimit: '512MB', log: silent });
  startTestIngest(store, db, streams);
  process.send?.('started');
}

const [, , databaseUrl = '', natsUrl = '', path = ''] = process.argv;
void main(databaseUrl, natsUrl, path);
