import { defineConsumer, PurchaseConfirmed, type EventConsumer } from '@adal/events';
import { queueMessage } from '../messages';
import { findStoreTitle } from '../stores';
import type { JourneyTools } from './journey-tools';
import { receiptData } from './receipt.rules';

/** A member bought something: the receipt says what it cost and what became of the points. */
export function onPurchaseConfirmed(tools: JourneyTools): EventConsumer {
  return defineConsumer({
    durable: 'communications-journeys-purchase-confirmed',
    contract: PurchaseConfirmed,
    handle: async (tx, events) => {
      for (const { data, occurredAt, correlationId } of events) {
        const { memberId, purchaseId, storeId } = data.receipt;
        if (memberId === null) continue;
        await queueMessage(tx, tools.render, {
          cause: `receipt:${purchaseId}`,
          memberId,
          template: 'receipt',
          data: { ...receiptData(data), store: await findStoreTitle(tx, storeId) },
          occurredAt,
          now: tools.clock(),
          correlationId,
        });
      }
    },
  });
}
