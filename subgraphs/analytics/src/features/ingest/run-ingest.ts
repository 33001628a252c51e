import type { Streams } from '@adal/events';
import { followStream, stateOf, type StreamFollower } from './follow-stream';
import type { IngestMetrics } from './ingest.metrics';
import { livePing } from './live-ping';
import type { StreamState } from './stream-start.rules';
import type { IngestParts } from './take-in';

/** Streams whose events become facts. */
const STREAMS = ['MEMBERS', 'LEDGER', 'PROMOTIONS', 'ANALYTICS'] as const;

/** The store's supply. */
export interface RunningIngest {
  /** The streams as they are now. */
  streams(): Promise<StreamState[]>;
  /** Stops taking in, does the work, and goes on from the positions that the store has then. */
  whileStopped(work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Takes every stream in until stopped, and tells the gateway when facts arrived. */
export function startIngest(parts: IngestParts, streams: Streams, metrics: IngestMetrics): RunningIngest {
  const ping = livePing(streams.connection);
  const start = (): StreamFollower[] =>
    STREAMS.map((stream) =>
      followStream(parts, streams, stream, (events, { lastEventAt }) => {
        ping.facts();
        metrics.events.inc({ stream }, events);
        if (lastEventAt) metrics.lastEvent.set({ stream }, lastEventAt.getTime() / 1_000);
      }),
    );
  let followers = start();
  const stopFollowers = async (): Promise<void> => {
    await Promise.all(followers.map((follower) => follower.stop()));
  };
  return {
    streams: async () =>
      Promise.all(STREAMS.map(async (stream) => stateOf(await streams.manager.streams.info(stream)))),
    whileStopped: async (work) => {
      await stopFollowers();
      try {
        await work();
      } finally {
        followers = start();
      }
    },
    stop: async () => {
      await stopFollowers();
      ping.stop();
    },
  };
}
