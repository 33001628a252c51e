import { defineConsumer, PurchaseReturned } from '@adal/events';
import { settleUses, tellUses } from '../uses';
import { saveReturns } from './save-returns';

/** What came back counts no longer. */
export const onPurchaseReturned = defineConsumer({
  durable: 'promotions-receipts-returned',
  contract: PurchaseReturned,
  handle: async (tx, events) => {
    const returns = events.map(({ data: { receipt, originalPurchaseId } }) => ({ ...receipt, originalPurchaseId }));
    await settleUses(tx, await saveReturns(tx, returns));
  },
  handled: (connection, events) =>
    tellUses(
      connection,
      events.map(({ data }) => data.receipt),
    ),
});
