import { defineConsumer, ReceiptsImported } from '@adal/events';
import { settleUses, tellUses } from '../uses';
import { saveReturns } from './save-returns';
import { saveSales } from './save-sales';

/** History of a file counts like a till's. */
export const onReceiptsImported = defineConsumer({
  durable: 'promotions-receipts-imported',
  contract: ReceiptsImported,
  handle: async (tx, events) => {
    const receipts = events.flatMap(({ data }) => data.receipts);
    const of = (kind: 'SALE' | 'RETURN') => receipts.filter((receipt) => receipt.kind === kind);
    const sales = await saveSales(tx, of('SALE'));
    const returned = await saveReturns(tx, of('RETURN'));
    await settleUses(tx, [...sales, ...returned]);
  },
  handled: (connection, events) =>
    tellUses(
      connection,
      events.flatMap(({ data }) => data.receipts),
    ),
});
