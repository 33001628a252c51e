import { defineConsumer, PurchaseReturned, type EventConsumer } from '@adal/events';
import { queueMessage } from '../messages';
import { findStoreTitle } from '../stores';
import type { JourneyTools } from './journey-tools';
import { returnData } from './receipt.rules';

/** A member brought something back: the mail says what was refunded and what became of the points. */
export function onPurchaseReturned(tools: JourneyTools): EventConsumer {
  return defineConsumer({
    durable: 'communications-journeys-purchase-returned',
    contract: PurchaseReturned,
    handle: async (tx, events) => {
      for (const { data, occurredAt, correlationId } of events) {
        const { memberId, storeId } = data.receipt;
        if (memberId === null) continue;
        await queueMessage(tx, tools.render, {
          cause: `return:${data.returnId}`,
          memberId,
          template: 'return',
          data: { ...returnData(data), store: await findStoreTitle(tx, storeId) },
          occurredAt,
          now: tools.clock(),
          correlationId,
        });
      }
    },
  });
}
