import type { JsMsg } from '@nats-io/jetstream';
import type { Streams } from '../jetstream/connect';

/** Messages of a durable consumer as they arrive. */
export interface Inflow {
  /** Waits for the first message and answers all that are there, `max` at most. None: the inflow has ended. */
  take(max: number): Promise<JsMsg[]>;
  /** Takes no more and gives what was not taken back to the stream, for another replica to have at once. */
  stop(): Promise<void>;
}

/** Messages asked for ahead. */
const AHEAD_MAX = 200;

/** Opens the inflow of a durable consumer. It outlives reconnects; it ends when the consumer is deleted. */
export async function openInflow(streams: Streams, stream: string, durable: string): Promise<Inflow> {
  const waiting: JsMsg[] = [];
  let ended = false;
  let wake = (): void => undefined;
  const consumer = await streams.client.consumers.get(stream, durable);
  const messages = await consumer.consume({
    max_messages: AHEAD_MAX,
    callback: (message) => {
      waiting.push(message);
      wake();
    },
  });
  const end = (): void => {
    ended = true;
    wake();
  };
  void messages.closed().then(end, end);
  return {
    take: async (max) => {
      while (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return ended ? [] : waiting.splice(0, max);
    },
    stop: async () => {
      end();
      await messages.close();
      for (const message of waiting.splice(0)) message.nak();
    },
  };
}
