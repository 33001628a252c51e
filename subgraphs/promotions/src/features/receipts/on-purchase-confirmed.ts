import { defineConsumer, PurchaseConfirmed } from '@adal/events';
import { saveSales } from './save-sales';

/** A sale counts from now on. */
export const onPurchaseConfirmed = defineConsumer({
  durable: 'promotions-receipts-confirmed',
  contract: PurchaseConfirmed,
  handle: (tx, events) =>
    saveSales(
      tx,
      events.map(({ data }) => data.receipt),
    ),
});
