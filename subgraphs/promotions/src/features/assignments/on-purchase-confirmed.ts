import { defineConsumer, PurchaseConfirmed } from '@adal/events';
import { recordAssignments } from './record-assignments';

/** A confirmed sale is what shows that a member was given a promotion, or was held out of it. */
export const onPurchaseConfirmed = defineConsumer({
  durable: 'promotions-assignments',
  contract: PurchaseConfirmed,
  handle: async (tx, events) => {
    const [first] = events;
    if (first === undefined) return;
    await recordAssignments(
      tx,
      events.map(({ data }) => data.receipt),
      { now: first.occurredAt, correlationId: first.correlationId },
    );
  },
});
