import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { aWorld, eventsOf } from '../../../test/golden/world';
import { freshFolder, openTestStore, silent, soon, ZONE } from '../../../test/harness';
import { takeIn } from '../../features/ingest/take-in';
import { TABLES } from '../all-tables';
import type { AnalyticsStore, Row } from '../analytics-store';
import { DERIVED } from '../derived-tables';
import { undoneSales } from '../standing-sales';
import { columnName } from '../tables';

const messages = eventsOf(aWorld(7)).map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));

describe('upkeep of a store file', () => {
  let folder: ReturnType<typeof freshFolder>;
  let store: AnalyticsStore;
  beforeEach(async () => {
    folder = freshFolder();
    store = await openTestStore(folder.path);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  const rows = (sql: string): Promise<Row[]> => store.query({ sql, parameters: {} });
  const take = async (from: number, to: number): Promise<void> => {
    const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
    const position = { stream: 'TEST', streamCreatedAt: 'once', sequence: from, lastEventAt: null };
    await takeIn(parts, position, messages.slice(from, to));
  };
  /** What every table says, whatever order its rows lie in; of rollups, what they add up to. */
  const said = async (): Promise<Record<string, string[]>> => {
    const all: Record<string, string[]> = {};
    for (const { name, keep, key, columns } of TABLES) {
      const sums = Object.keys(columns)
        .filter((field) => !key.includes(field))
        .map((field) => `sum(${columnName(field)})`);
      const found = await rows(
        keep === 'SUM'
          ? `SELECT ${key.map(columnName).join()}, ${sums.join()} FROM ${name} GROUP BY ALL`
          : `FROM ${name}`,
      );
      all[name] = found.map((row) => JSON.stringify(row)).sort();
    }
    return all;
  };

  it('puts tables in order while facts are added, and nothing is lost, doubled or changed', async () => {
    const middle = Math.floor(messages.length / 2);
    await take(0, middle);
    const maintained = store.maintain();
    for (let from = middle; from < messages.length; from += 10) {
      await take(from, from + 10);
      await store.refreshFeatures();
    }
    await maintained;
    await store.refreshFeatures();
    expect(await rows(undoneSales('true'))).toEqual([]);
    expect(await rows("FROM member_receipts WHERE kind = 'SALE' AND NOT stands")).not.toEqual([]);
    const before = await said();
    await store.maintain();
    expect(await said()).toEqual(before);
    for (const { name, keep, key } of DERIVED) {
      const keys = key.map(columnName).join(', ');
      const lying = await rows(`SELECT ${keys} FROM ${name}`);
      expect(lying).toEqual(await rows(`SELECT ${keys} FROM ${name} ORDER BY ${keys}`));
      if (keep === 'SUM') expect(lying).toHaveLength((await rows(`SELECT DISTINCT ${keys} FROM ${name}`)).length);
    }
    expect(store.work()).toBeNull();
  });

  it('fills what a file of an older version did not keep, before anything is added', async () => {
    const late = messages.length - 20;
    await take(0, late);
    await store.refreshFeatures();
    await store.close();
    await makeOld(join(folder.path, 'analytics.duckdb'));
    store = await openTestStore(folder.path);
    const after = take(late, messages.length);
    await after;
    await soon(() => store.work() === null);
    await store.refreshFeatures();
    const filled = await said();
    await store.setAside('replaced');
    await take(0, messages.length);
    await store.refreshFeatures();
    expect(filled).toEqual(await said());
  });
});

/** Takes away what the first version of the store did not have. */
async function makeOld(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const name of [
    ...DERIVED.map((table) => table.name),
    'member_features',
    'touched_members',
    'sorted_tables',
    'unfilled_months',
  ])
    await connection.run(`DROP TABLE ${name}`);
  for (const column of [
    'quantity_milli',
    'cost_minor',
    'costed_minor',
    'promo_minor',
    'sale_day',
    'sale_hour',
    'sale_store_id',
  ])
    await connection.run(`ALTER TABLE receipts DROP COLUMN ${column}`);
  for (const column of ['promo', 'original_receipt_id', 'sale_day', 'sale_hour', 'sale_store_id'])
    await connection.run(`ALTER TABLE lines DROP COLUMN ${column}`);
  connection.closeSync();
  instance.closeSync();
}
