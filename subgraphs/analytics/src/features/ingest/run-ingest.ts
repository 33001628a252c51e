import type { Streams } from '@adal/events';
import { BACKFILLS } from './backfill.rules';
import { fillFromOwners, type BackfillState, type Filling, type Owners } from './fill-from-owners';
import { followStream, stateOf } from './follow-stream';
import type { IngestMetrics } from './ingest.metrics';
import { livePing } from '../../live-ping';
import type { StreamState } from './stream-start.rules';
import type { IngestParts } from './take-in';

/** Streams whose events become facts. */
const STREAMS = ['MEMBERS', 'LEDGER', 'PROMOTIONS', 'ANALYTICS'] as const;
/** Long enough for a deployment that brings the owners after us. */
const OWNERS: Owners = { sources: BACKFILLS, patienceMs: 10 * 60_000 };

/** The store's supply. */
export interface RunningIngest {
  /** The streams as they are now. */
  streams(): Promise<StreamState[]>;
  /** What the store is, or was, filled from besides; empty for a store that had facts already. */
  backfills(): readonly BackfillState[];
  /** Since when nobody is waited for any more; null while the store is being filled: what is asked of members may be wrong. */
  filledAt(): Date | null;
  /** Stops taking in, does the work, and goes on from the positions that the store has then. */
  whileStopped(work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

interface RunningFollowers {
  readonly filling: Filling;
  stop(): Promise<void>;
}

/** Takes every stream in until stopped, fills a store that knows nothing, and tells the gateway when facts arrived. */
export function startIngest(
  parts: IngestParts,
  streams: Streams,
  metrics: IngestMetrics,
  owners: Owners = OWNERS,
): RunningIngest {
  const ping = livePing(streams.connection);
  const takenIn = (stream: string, events: number): void => {
    ping.facts();
    metrics.events.inc({ stream }, events);
  };
  const start = (): RunningFollowers => {
    const filling = fillFromOwners(parts, streams.connection, owners, takenIn);
    const followers = filling.begun.then((begun) =>
      (begun ? STREAMS : []).map((stream) =>
        followStream(parts, streams, stream, (events, { lastEventAt }) => {
          takenIn(stream, events);
          if (lastEventAt) metrics.lastEvent.set({ stream }, lastEventAt.getTime() / 1_000);
        }),
      ),
    );
    return {
      filling,
      stop: async () => {
        await Promise.all([filling.stop(), ...(await followers).map((follower) => follower.stop())]);
      },
    };
  };
  let running = start();
  return {
    streams: async () =>
      Promise.all(STREAMS.map(async (stream) => stateOf(await streams.manager.streams.info(stream)))),
    backfills: () => running.filling.states(),
    filledAt: () => running.filling.filledAt(),
    whileStopped: async (work) => {
      await running.stop();
      try {
        await work();
      } finally {
        running = start();
      }
      await running.filling.begun;
    },
    stop: async () => {
      await running.stop();
      ping.stop();
    },
  };
}
