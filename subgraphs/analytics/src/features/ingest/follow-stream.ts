import type { Streams } from '@adal/events';
import type { ConsumerMessages, StreamInfo } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamPosition } from '../../store/analytics-store';
import { messageBatches } from './message-batches';
import { decideStart, type StreamState } from './stream-start.rules';
import { takeIn, type IngestParts } from './take-in';

/** A loop that takes a stream in. */
export interface StreamFollower {
  /** Ends after the batch at work. */
  stop(): Promise<void>;
}

const RETRY_MS = 500;
/** Messages on their way to us: a bulk event has up to 512 KB. */
const AHEAD_MAX = 100;

/**
 * Takes a stream in for ever, from the store's position on. The position is in the store, so nothing is acknowledged:
 * an ordered consumer without memory serves, and whatever goes wrong ends in reading the position again.
 */
export function followStream(
  parts: IngestParts,
  streams: Streams,
  stream: string,
  onTakenIn: (events: number, position: StreamPosition) => void,
): StreamFollower {
  let stopped = false;
  let messages: ConsumerMessages | undefined;
  const follow = async (): Promise<void> => {
    let position = await startOf(parts, streams, stream);
    const consumer = await streams.client.consumers.get(stream, { opt_start_seq: position.sequence + 1 });
    messages = await consumer.consume({ max_messages: AHEAD_MAX });
    if (stopped) messages.stop();
    for await (const batch of messageBatches(messages)) {
      const fresh = batch.filter((message) => message.seq > position.sequence);
      if (fresh.length === 0) continue;
      position = await takeIn(
        parts,
        position,
        fresh.map((message) => ({ sequence: message.seq, subject: message.subject, text: message.string() })),
      );
      onTakenIn(fresh.length, position);
      if (stopped) return;
    }
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      try {
        await follow();
      } catch (error) {
        if (!stopped) parts.log.warn({ err: error, stream }, 'Taking in was interrupted, will go on');
      } finally {
        messages?.stop();
      }
      if (!stopped) await sleep(RETRY_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      messages?.stop();
      await running;
    },
  };
}

/** What matters of a stream's state. */
export function stateOf({ config, created, state }: StreamInfo): StreamState {
  return {
    stream: config.name,
    createdAt: created,
    firstSequence: state.messages === 0 ? state.last_seq + 1 : state.first_seq,
    lastSequence: state.last_seq,
  };
}

async function startOf({ store, log }: IngestParts, streams: Streams, stream: string): Promise<StreamPosition> {
  const state = stateOf(await streams.manager.streams.info(stream));
  const known = (await store.positions()).find((position) => position.stream === stream);
  const { position, notice } = decideStart(state, known);
  if (notice === 'NEW_STREAM') log.warn({ stream }, 'The stream was made anew: taking it in from its beginning');
  if (notice === 'FACTS_MISSING') {
    log.error(
      { stream, known: known?.sequence, first: state.firstSequence, alert: 'analytics-facts-missing' },
      'The stream no longer holds what comes next: figures miss facts',
    );
  }
  return position;
}
