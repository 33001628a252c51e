import { badInput, inTransaction, isClientId } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import type { AnalyticsStore } from '../../store/analytics-store';
import { Rebuild } from './rebuild.entity';
import { progressOf } from './rebuild.rules';
import { findLatestRebuild } from './rebuild.queries';

/** A rebuild as it is answered. */
export interface AnalyticsRebuild {
  readonly id: string;
  readonly started: boolean;
}

/** Begins a rebuild, once per id and one at a time. It goes on in the background and after a restart. */
export async function rebuildAnalytics(ctx: AnalyticsContext, id: string): Promise<AnalyticsRebuild> {
  if (!isClientId(id)) throw badInput('rebuildId must be 1 to 64 visible characters.');
  const streams = await ctx.ingest.streams();
  const positions = await ctx.store.positions();
  const backfills = ctx.ingest.backfills();
  const started = await inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('rebuild', 0))");
    const running = await findLatestRebuild(tx);
    const isRunning =
      running && (!running.emptiedAt || progressOf({ targets: running.targets, streams, positions, backfills }) < 1);
    if (isRunning || (await tx.existsBy(Rebuild, { id }))) return false;
    const targets = Object.fromEntries(streams.map(({ stream, lastSequence }) => [stream, lastSequence]));
    await tx.insert(Rebuild, { id, targets, askedBy: ctx.actor.name, askedAt: ctx.now, emptiedAt: null });
    return true;
  });
  if (started) await ctx.ingest.whileStopped(() => emptyForRebuild(ctx));
  return { id, started };
}

/** Sets the store aside if a rebuild asked for it: also at start, after a crash in between. Ingest must not be running. */
export async function emptyForRebuild({
  db,
  store,
  log,
}: Pick<AnalyticsContext, 'db' | 'log'> & { readonly db: DataSource; readonly store: AnalyticsStore }): Promise<void> {
  const rebuild = await findLatestRebuild(db.manager);
  if (!rebuild || rebuild.emptiedAt) return;
  const kept = await store.setAside('replaced');
  await db.manager.update(Rebuild, { id: rebuild.id }, { emptiedAt: new Date() });
  log.warn({ rebuild: rebuild.id, kept }, 'Rebuilding: the old store was set aside');
}
