import { DeliverPolicy } from '@nats-io/jetstream';
import type { Streams } from './connect';

/**
 * The texts of everything of these subjects that a stream got since then, to its end of now. Leaves no trace in the
 * stream. Passes other subjects over here: servers before 2.10 filter by one at most.
 */
export async function* readStream(
  { client }: Streams,
  stream: string,
  subjects: readonly string[],
  since: Date,
): AsyncGenerator<string> {
  const consumer = await client.consumers.get(stream, {
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: since.toISOString(),
  });
  if ((await consumer.info()).num_pending === 0) return;
  for await (const message of await consumer.consume()) {
    if (subjects.includes(message.subject)) yield message.string();
    if (message.info.pending === 0) return;
  }
}
