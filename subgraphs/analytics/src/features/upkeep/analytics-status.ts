import type { AnalyticsContext } from '../../context';
import type { StoreWork } from '../../store/analytics-store';
import { isBackfill, waitingIn } from '../ingest';
import { findLatestRebuild } from './rebuild.queries';
import { progressOf } from './rebuild.rules';

/** How fresh the store is. */
export interface AnalyticsStatus {
  readonly store: string;
  readonly receipts: number;
  readonly lastEventAt: Date | null;
  readonly waiting: number;
  readonly rebuildProgress: number | null;
  readonly silentOwners: string[];
  readonly work: StoreWork | null;
  readonly damaged: string[];
}

/** Reads how far the streams are taken in, and what owners tell again. */
export async function analyticsStatus({ store, ingest, db }: AnalyticsContext): Promise<AnalyticsStatus> {
  const [streams, positions, rows, rebuild] = await Promise.all([
    ingest.streams(),
    store.positions(),
    store.query({ sql: 'SELECT count() AS receipts FROM receipts', parameters: {} }),
    findLatestRebuild(db.manager),
  ]);
  const times = positions.flatMap((position) => (isBackfill(position) ? [] : (position.lastEventAt?.getTime() ?? [])));
  const backfills = ingest.backfills();
  const isAsked = rebuild !== null && rebuild.emptiedAt === null;
  const progress = isAsked ? 0 : progressOf({ targets: rebuild?.targets ?? {}, streams, positions, backfills });
  return {
    store: store.kind,
    receipts: Number(rows[0]?.['receipts']),
    lastEventAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    waiting: streams.reduce(
      (sum, state) =>
        sum +
        waitingIn(
          state,
          positions.find(({ stream }) => stream === state.stream),
        ),
      0,
    ),
    rebuildProgress: progress < 1 ? progress : null,
    silentOwners: backfills.filter(({ isSilent }) => isSilent).map(({ source }) => source),
    work: store.work(),
    damaged: store.damaged(),
  };
}
