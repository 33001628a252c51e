import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { aReceipt } from '../../../test/builders';
import { freshFolder, openTestStore, silent } from '../../../test/harness';
import { collectFacts } from '../../features/ingest/event.facts';
import { receiptFacts } from '../../features/ingest/receipt.facts';
import type { AnalyticsStore } from '../analytics-store';
import { openDuckdbStore } from './duckdb-store';

const count = async (store: AnalyticsStore): Promise<number> =>
  Number((await store.query({ sql: 'SELECT count() AS n FROM receipts', parameters: {} }))[0]?.['n']);
const receiptsOf = (count: number, day = '2026-03-10'): ReturnType<typeof collectFacts> =>
  collectFacts([{ booked: Array.from({ length: count }, () => receiptFacts(aReceipt({ businessDay: day }))) }]);
const at = (sequence: number) => ({ stream: 'LEDGER', streamCreatedAt: 'x', sequence, lastEventAt: null });

describe('a store file', () => {
  let folder: ReturnType<typeof freshFolder>;
  let path: string;
  beforeEach(() => {
    folder = freshFolder();
    path = join(folder.path, 'analytics.duckdb');
  });
  afterEach(() => folder.remove());

  const filled = async (receipts: number): Promise<void> => {
    const store = await openTestStore(folder.path);
    await store.append(receiptsOf(receipts), [at(7)]);
    await store.close();
  };

  it('is found again as it was left', async () => {
    await filled(3);
    const store = await openTestStore(folder.path);
    expect(await count(store)).toBe(3);
    expect((await store.positions())[0]?.sequence).toBe(7);
    await store.close();
  });

  it.each([
    ['holds something else', () => overwrite(path, 0, 8_192)],
    ['was cut off', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['is empty of bytes', () => truncateSync(path, 0)],
  ])('that %s is set aside and begun anew', async (_what, damage) => {
    await filled(3);
    damage();
    const store = await openTestStore(folder.path);
    expect(await count(store)).toBe(0);
    expect(await store.positions()).toEqual([]);
    const kept = readdirSync(folder.path).filter((name) => /\.damaged-[\dTZ-]+$/.test(name));
    expect(kept).toHaveLength(1);
    expect(store.damaged()).toEqual(kept);
    await store.close();
  });

  it('that is whole stays where it is, whatever else is in the way', async () => {
    await filled(3);
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    // A table that cannot be brought to what we declare: a fault of ours, none of the file.
    await connection.run('DROP TABLE receipts');
    await connection.run("CREATE VIEW receipts AS SELECT 'r' AS receipt_id");
    connection.closeSync();
    instance.closeSync();
    await expect(openTestStore(folder.path)).rejects.toThrow(/receipts/);
    expect(readdirSync(folder.path)).toEqual(['analytics.duckdb']);
  });

  it('whose log is damaged goes on from its last checkpoint', async () => {
    await filled(3);
    // A process that dies after a commit leaves its log behind.
    await killedAfterAppending(path);
    expect(existsSync(`${path}.wal`)).toBe(true);
    overwrite(`${path}.wal`, 200, 400);
    const store = await openTestStore(folder.path);
    expect(await count(store)).toBe(3);
    expect((await store.positions())[0]?.sequence).toBe(7);
    expect(readdirSync(folder.path).some((name) => name.includes('.wal.damaged-'))).toBe(true);
    await store.close();
  });

  it('keeps what was committed when the process is killed', async () => {
    await filled(3);
    await killedAfterAppending(path);
    const store = await openTestStore(folder.path);
    expect(await count(store)).toBe(5);
    expect((await store.positions())[0]?.sequence).toBe(9);
    await store.close();
  });

  it('that proves damaged in use ends the process, and the next start sets it aside', async () => {
    await filled(3);
    // A table so large that the middle of the file is its rows.
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('CREATE TABLE filler AS SELECT hash(range) AS value FROM range(2000000)');
    connection.closeSync();
    instance.closeSync();
    overwrite(path, Math.floor(statSync(path).size / 2), 300_000);
    const onBroken = jest.fn();
    const store = await openDuckdbStore({ path, memoryLimit: '512MB', log: silent, onBroken });
    expect(await count(store)).toBe(3);
    await expect(store.query({ sql: 'SELECT sum(value % 7) FROM filler', parameters: {} })).rejects.toBeDefined();
    expect(onBroken).toHaveBeenCalled();
    await store.close();
    const anew = await openTestStore(folder.path);
    expect(await count(anew)).toBe(0);
    await anew.close();
    const again = await openTestStore(folder.path);
    await again.close();
    expect(readdirSync(folder.path).filter((name) => /\.damaged-[\dTZ-]+$/.test(name))).toHaveLength(1);
  });
});

function overwrite(path: string, from: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 7), 0, bytes, from);
  closeSync(file);
}

/** Another process adds two receipts and position 9, and is killed without closing the file. */
async function killedAfterAppending(path: string): Promise<void> {
  const child = fork(join(__dirname, '../../../test/append-and-hang.js'), [path]);
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
