import { eventually, freshDatabase } from '@adal/testkit';
import type { DataSource } from 'typeorm';
import { createDataSource, openDatabase } from './database';
import { startJobs, type RunningJobs } from './jobs';
import { createLogger } from './logger';
import { createMetrics, type ServiceMetrics } from './metrics';

/** Work that ends when the test lets it. */
interface Turn {
  readonly job: string;
  end(): void;
}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let watcher: DataSource;
let turns: Turn[];
const begun = (job: string): Turn[] => turns.filter((turn) => turn.job === job);

beforeAll(async () => {
  database = await freshDatabase();
  watcher = await open();
});
beforeEach(() => {
  turns = [];
});
afterAll(async () => {
  await watcher.destroy();
  await database.drop();
});

async function open(): Promise<DataSource> {
  const db = createDataSource({ url: database.url, entities: [], migrations: [], pool: 3 });
  await openDatabase(db);
  return db;
}

async function startReplica(
  ...names: string[]
): Promise<{ db: DataSource; jobs: RunningJobs; metrics: ServiceMetrics }> {
  const db = await open();
  const metrics = createMetrics('lab');
  const run = (job: string) => () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    turns.push({ job, end: resolve });
    return promise;
  };
  const list = names.map((name) => ({ name, everyMs: 5, run: run(name) }));
  return { db, metrics, jobs: startJobs(list, db, () => null, createLogger('lab', 'silent'), metrics) };
}

/** Ends what is under way and lets nothing begin. */
async function stop({ db, jobs }: { db: DataSource; jobs: RunningJobs }): Promise<void> {
  const stopped = jobs.stop();
  for (const turn of turns) turn.end();
  await stopped;
  await db.destroy();
}

const lockHolders = async (): Promise<number[]> => {
  const rows: { pid: number }[] = await watcher.query(
    `select distinct pid from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.map(({ pid }) => pid);
};
const outcomes = async (metrics: ServiceMetrics, job: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await metrics.jobs.get()).values
      .filter(({ labels }) => labels.job === job)
      .map(({ labels, value }) => [labels.outcome, value]),
  );

it('runs more jobs at once than the pool has connections, and holds their locks with one', async () => {
  const replica = await startReplica('a', 'b', 'c', 'd', 'e');
  await eventually(() => turns.length === 5);
  expect(await lockHolders()).toHaveLength(1);
  expect(await replica.db.query('select 1 as one')).toEqual([{ one: 1 }]);
  await stop(replica);
  expect(await lockHolders()).toEqual([]);
});

it('runs a job on one replica at a time', async () => {
  const replicas = [await startReplica('a'), await startReplica('a')];
  await eventually(async () =>
    (await Promise.all(replicas.map(({ metrics }) => outcomes(metrics, 'a')))).some(
      ({ elsewhere = 0 }) => elsewhere > 2,
    ),
  );
  expect(begun('a')).toHaveLength(1);
  begun('a')[0]?.end();
  await eventually(() => begun('a').length === 2);
  for (const replica of replicas) await stop(replica);
});

it('begins nothing once told to stop, even when the lock comes after', async () => {
  const replica = await startReplica('a', 'b');
  await stop(replica);
  expect(turns).toEqual([]);
});

it('says so when the lock is lost, and locks anew before it runs again', async () => {
  const replica = await startReplica('a');
  await eventually(() => begun('a').length === 1);
  const [lost] = await lockHolders();
  await watcher.query('select pg_terminate_backend($1)', [lost]);
  await eventually(async () => (await lockHolders()).length === 0);
  begun('a')[0]?.end();
  await eventually(() => begun('a').length === 2);
  expect(await lockHolders()).toEqual([expect.any(Number)]);
  expect(await lockHolders()).not.toEqual([lost]);
  expect(await outcomes(replica.metrics, 'a')).toEqual({ failed: 1 });
  await stop(replica);
});

it('stops while its database is out of reach', async () => {
  const replica = await startReplica('a', 'b');
  await eventually(() => turns.length === 2);
  const name = new URL(database.url).pathname.slice(1);
  await watcher.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  );
  await stop(replica);
  expect(await lockHolders()).toEqual([]);
});
