import { inOneTransaction, type ReceivedEvent } from '@adal/events';
import type { TestCommunications } from './harness';

/** Hands events to a consumer as the stream would: claim in the inbox and effect in one transaction. */
export async function handleEvents(
  communications: TestCommunications,
  durable: string,
  events: readonly ReceivedEvent<unknown>[],
): Promise<void> {
  const consumer = communications.consumers.find((candidate) => candidate.durable === durable);
  if (!consumer) throw new Error(`No consumer is called ${durable}`);
  await inOneTransaction(communications.db, consumer, events);
}
