import { DeliverPolicy } from '@nats-io/jetstream';
import type { Streams } from '../jetstream/connect';
import { CONTEXTS } from '../jetstream/streams';

/**
 * Lets every durable consumer be given again what the streams got since then; answers how many. For databases that went
 * back to an earlier moment: what they had handled after it was acknowledged and would never come again. What they did
 * handle before it, their inboxes know. Nobody may consume meanwhile.
 */
export async function rewindConsumers({ manager }: Streams, since: Date): Promise<number> {
  let rewound = 0;
  for (const stream of CONTEXTS.map((context) => context.toUpperCase())) {
    for await (const { config } of manager.consumers.list(stream)) {
      if (config.durable_name === undefined) continue;
      const { opt_start_seq: _, ...kept } = config;
      await manager.consumers.delete(stream, config.durable_name);
      await manager.consumers.add(stream, {
        ...kept,
        deliver_policy: DeliverPolicy.StartTime,
        opt_start_time: since.toISOString(),
      });
      rewound += 1;
    }
  }
  return rewound;
}
