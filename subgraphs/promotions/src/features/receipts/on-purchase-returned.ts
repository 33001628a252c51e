import { defineConsumer, PurchaseReturned } from '@adal/events';
import { saveReturns } from './save-returns';

/** What came back counts no longer. */
export const onPurchaseReturned = defineConsumer({
  durable: 'promotions-receipts-returned',
  contract: PurchaseReturned,
  handle: (tx, events) =>
    saveReturns(
      tx,
      events.map(({ data: { receipt, originalPurchaseId } }) => ({ ...receipt, originalPurchaseId })),
    ),
});
