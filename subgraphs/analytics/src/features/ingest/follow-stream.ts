import type { Streams } from '@adal/events';
import type { ConsumerMessages, StreamInfo } from '@nats-io/jetstream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamPosition } from '../../store/analytics-store';
import { messageBatches } from './message-batches';
import { decideStart, type StreamState } from './stream-start.rules';
import type { IngestParts, StreamMessage } from './take-in';
import { takeInBatches } from './take-in-batches';

/** A loop that takes a stream in. */
export interface StreamFollower {
  /** Ends after the batch at work. */
  stop(): Promise<void>;
}

const RETRY_MS = 500;
/** On their way to us: a bulk event has up to 512 KB, a sale 2 KB. */
const BYTES_AHEAD_MAX = 32 * 1024 * 1024;

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
    const from = await startOf(parts, streams, stream);
    const consumer = await streams.client.consumers.get(stream, { opt_start_seq: from.sequence + 1 });
    messages = await consumer.consume({ max_bytes: BYTES_AHEAD_MAX });
    if (stopped) messages.stop();
    await takeInBatches(parts, from, read(messages), onTakenIn);
  };
  async function* read(delivered: ConsumerMessages): AsyncGenerator<StreamMessage[]> {
    for await (const batch of messageBatches(delivered)) {
      if (stopped) return;
      yield batch.map((message) => ({ sequence: message.seq, subject: message.subject, text: message.string() }));
    }
  }
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
      'The stream no longer holds what comes next: figures miss facts until `adal analytics rebuild`',
    );
  }
  return position;
}
