import { defineConsumer, PurchaseConfirmed } from '@adal/events';
import { settleUses, tellUses } from '../uses';
import { saveSales } from './save-sales';

/** A sale counts from now on. */
export const onPurchaseConfirmed = defineConsumer({
  durable: 'promotions-receipts-confirmed',
  contract: PurchaseConfirmed,
  handle: async (tx, events) => {
    const sales = events.map(({ data }) => data.receipt);
    await settleUses(tx, await saveSales(tx, sales));
  },
  handled: (connection, events) =>
    tellUses(
      connection,
      events.map(({ data }) => data.receipt),
    ),
});
