import { defineConsumer, PurchaseReturned, type EventConsumer } from '@adal/events';
import { queueMessages } from '../messages';
import { findStoreTitles } from '../stores';
import type { JourneyTools } from './journey-tools';
import { returnData } from './receipt.rules';

/** A member brought something back: the mail says what was refunded and what became of the points. */
export function onPurchaseReturned(tools: JourneyTools): EventConsumer {
  return defineConsumer({
    durable: 'communications-journeys-purchase-returned',
    contract: PurchaseReturned,
    handle: async (tx, events) => {
      const titles = await findStoreTitles(
        tx,
        events.map(({ data }) => data.receipt.storeId),
      );
      const orders = events.flatMap(({ data, occurredAt, correlationId }) => {
        const { memberId, storeId } = data.receipt;
        if (memberId === null) return [];
        return {
          cause: `return:${data.returnId}`,
          memberId,
          template: 'return' as const,
          data: { ...returnData(data), store: titles.get(storeId) ?? null },
          occurredAt,
          now: tools.clock(),
          correlationId,
        };
      });
      await queueMessages(tx, tools.render, orders);
    },
  });
}
