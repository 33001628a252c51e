import { connectStreams } from '@adal/events';
import { createLogger, createMetrics } from '@adal/service';
import { ingestMetrics, startIngest } from '../src/features/ingest';
import { openDuckdbStore } from '../src/store/duckdb/duckdb-store';

/** Takes events in until it is killed. It keeps no dead letters: there is none to come. */
async function main(natsUrl: string, path: string): Promise<void> {
  const log = createLogger('test', 'silent');
  const keep = (): Promise<void> => Promise.reject(new Error('An event was not taken in'));
  const streams = await connectStreams(natsUrl, 'analytics-killed');
  const store = await openDuckdbStore({ path, memoryLimit: '512MB', log });
  const noOwners = { sources: [], patienceMs: 0 };
  startIngest({ store, keep, log, zone: 'Asia/Almaty' }, streams, ingestMetrics(createMetrics('analytics')), noOwners);
  process.send?.('started');
}

const [, , natsUrl = '', path = ''] = process.argv;
void main(natsUrl, path);
