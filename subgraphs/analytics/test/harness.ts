import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStreams, ensureStreams, recordDeadLetter, type Streams } from '@adal/events';
import { ANONYMOUS, createLogger, createMetrics, openDatabase, PERMISSIONS, type Actor } from '@adal/service';
import { eventually, freshDatabase, freshNats, type FreshNats } from '@adal/testkit';
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import type { AnalyticsContext } from '../src/context';
import { analyticsDataSource } from '../src/db/data-source';
import { ingestMetrics, startIngest, type IngestParts, type Owners, type RunningIngest } from '../src/features/ingest';
import { createLoaders } from '../src/loaders';
import { analyticsSchema } from '../src/schema';
import type { AnalyticsStore } from '../src/store/analytics-store';
import { openDuckdbStore } from '../src/store/duckdb/duckdb-store';
import { touchedMembers, type OnTouched, type TouchedMembers } from '../src/touched-members';
import type { SealedEvent } from './builders';

export const ZONE = 'Asia/Almaty';
export const silent = createLogger('test', 'silent');

/** May everything, in every store. */
export const ANALYST: Actor = {
  kind: 'staff',
  id: 'analyst',
  name: 'Analyst',
  permissions: new Set(PERMISSIONS),
  storeIds: null,
};
export { ANONYMOUS };

/** Repeats the check until it holds; a machine that is busy with other tests is given time. */
export const soon = <T>(check: () => T | Promise<T>): Promise<NonNullable<T>> => eventually(check, 30_000);

/** A folder of one's own for store files. */
export function freshFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'adal-analytics-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An embedded store in a folder. */
export function openTestStore(folder: string): Promise<AnalyticsStore> {
  return openDuckdbStore({ path: join(folder, 'analytics.duckdb'), memoryLimit: '512MB', log: silent });
}

/** Ingest with a silent log, on whatever store and streams. */
export function startTestIngest(
  store: AnalyticsStore,
  db: DataSource,
  streams: Streams,
  onTouched: OnTouched = () => undefined,
  owners: Owners = NO_OWNERS,
): RunningIngest {
  const keep: IngestParts['keep'] = (letter) => recordDeadLetter(db, letter);
  return startIngest(
    { store, keep, log: silent, zone: ZONE, onTouched },
    streams,
    ingestMetrics(createMetrics('analytics')),
    owners,
  );
}

const NO_OWNERS: Owners = { sources: [], patienceMs: 0 };

/** Analytics with its own Postgres, streams and store; without HTTP. */
export interface TestAnalytics {
  readonly db: DataSource;
  readonly nats: FreshNats;
  readonly streams: Streams;
  readonly store: AnalyticsStore;
  readonly ingest: RunningIngest;
  readonly touched: TouchedMembers;
  contextOf(actor: Actor): AnalyticsContext;
  publish(...events: readonly SealedEvent[]): Promise<void>;
  /** Runs an operation and answers its result as it travels. */
  execute(
    as: Actor,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{
    data?: Record<string, unknown> | null;
    errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  }>;
  stop(): Promise<void>;
}

/** Starts it; `owners` are asked for what is older than the streams. */
export async function startAnalytics(
  settings: { DUMP_FOLDER: string } = { DUMP_FOLDER: '' },
  owners: Owners = NO_OWNERS,
): Promise<TestAnalytics> {
  const folder = freshFolder();
  const database = await freshDatabase();
  const db = analyticsDataSource(database.url, 4);
  await openDatabase(db);
  const nats = await freshNats();
  const streams = await connectStreams(nats.url, 'analytics-test');
  await ensureStreams(streams.manager);
  const store = await openTestStore(folder.path);
  const touched = touchedMembers();
  const ingest = startTestIngest(store, db, streams, touched.tell, owners);
  const schema = analyticsSchema();
  const contextOf = (actor: Actor): AnalyticsContext => ({
    db,
    actor,
    store,
    ingest,
    touched,
    loaders: createLoaders(db, store),
    now: new Date(),
    log: silent,
    correlationId: 'test',
    config: { BUSINESS_TIME_ZONE: ZONE, ...settings },
  });
  return {
    db,
    nats,
    streams,
    store,
    ingest,
    touched,
    contextOf,
    publish: async (...events) => {
      for (const { id, subject, text } of events) await streams.client.publish(subject, text, { msgID: id });
    },
    execute: async (as, document, variables) =>
      JSON.parse(
        JSON.stringify(
          await graphql({ schema, source: document, contextValue: contextOf(as), variableValues: variables ?? {} }),
        ),
      ) as never,
    stop: async () => {
      await ingest.stop();
      await store.close();
      await streams.close();
      await nats.stop();
      await db.destroy();
      await database.drop();
      folder.remove();
    },
  };
}
