import { join } from 'node:path';
import { freshFolder, silent } from '../../../test/harness';
import { NO_FACTS } from '../../features/ingest/event.facts';
import { QueryTooLong } from '../analytics-store';
import { openDuckdbStore } from './duckdb-store';

it('stops a question that takes too long, in its turn or before it, and answers the next', async () => {
  const folder = freshFolder();
  const store = await openDuckdbStore({
    path: join(folder.path, 'a.duckdb'),
    memoryLimit: '512MB',
    log: silent,
    queryMsMax: 300,
  });
  const endless = {
    sql: 'SELECT count(*) AS n FROM range(1000000) AS a, range(1000000) AS b WHERE a.range * b.range = 3',
    parameters: {},
  };
  const asked = Array.from({ length: 6 }, () => store.query(endless).catch((error: unknown) => error));
  await store.append(NO_FACTS, [{ stream: 'S', streamCreatedAt: 'x', sequence: 1, lastEventAt: null }]);
  for (const outcome of await Promise.all(asked)) expect(outcome).toBeInstanceOf(QueryTooLong);
  expect(await store.query({ sql: 'SELECT count() AS n FROM receipts', parameters: {} })).toEqual([{ n: '0' }]);
  await store.close();
  folder.remove();
});
