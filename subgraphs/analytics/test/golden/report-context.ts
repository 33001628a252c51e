import { openDatabase } from '@adal/service';
import { freshDatabase } from '@adal/testkit';
import type { AnalyticsContext } from '../../src/context';
import { analyticsDataSource } from '../../src/db/data-source';
import { takeIn } from '../../src/features/ingest/take-in';
import type { SealedEvent } from '../builders';
import { ANALYST, silent, ZONE } from '../harness';
import type { OpenEngine } from './engines';
import { eventsOf, type World } from './world';

/** What a report is asked with, over a world that was taken in. */
export interface ReportContext {
  readonly ctx: AnalyticsContext;
  close(): Promise<void>;
}

export const aReportContext = (open: OpenEngine, world: World, now: Date): Promise<ReportContext> =>
  aToldContext(open, eventsOf(world), now);

export async function aToldContext(
  open: OpenEngine,
  events: readonly SealedEvent[],
  now: Date,
): Promise<ReportContext> {
  const database = await freshDatabase();
  const db = analyticsDataSource(database.url, 2);
  await openDatabase(db);
  const store = await open();
  const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
  const messages = events.map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));
  await takeIn(parts, { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null }, messages);
  await store.rebuildFeatures();
  const ctx = { store, db, now, actor: ANALYST, log: silent, config: { BUSINESS_TIME_ZONE: ZONE } } as AnalyticsContext;
  return {
    ctx,
    close: async () => {
      await store.close();
      await db.destroy();
      await database.drop();
    },
  };
}
