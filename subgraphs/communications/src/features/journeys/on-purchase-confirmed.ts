import { defineConsumer, PurchaseConfirmed, type EventConsumer } from '@adal/events';
import { queueMessages } from '../messages';
import { findStoreTitles } from '../stores';
import type { JourneyTools } from './journey-tools';
import { receiptData } from './receipt.rules';

/** A member bought something: the receipt says what it cost and what became of the points. */
export function onPurchaseConfirmed(tools: JourneyTools): EventConsumer {
  return defineConsumer({
    durable: 'communications-journeys-purchase-confirmed',
    contract: PurchaseConfirmed,
    handle: async (tx, events) => {
      const titles = await findStoreTitles(
        tx,
        events.map(({ data }) => data.receipt.storeId),
      );
      const orders = events.flatMap(({ data, occurredAt, correlationId }) => {
        const { memberId, storeId } = data.receipt;
        if (memberId === null) return [];
        return {
          cause: `receipt:${data.receipt.purchaseId}`,
          memberId,
          template: 'receipt' as const,
          data: { ...receiptData(data), store: titles.get(storeId) ?? null },
          occurredAt,
          now: tools.clock(),
          correlationId,
        };
      });
      await queueMessages(tx, tools.render, orders);
    },
  });
}
