import { defineConsumer, ReceiptsImported } from '@adal/events';
import { saveReturns } from './save-returns';
import { saveSales } from './save-sales';

/** History of a file counts like a till's. */
export const onReceiptsImported = defineConsumer({
  durable: 'promotions-receipts-imported',
  contract: ReceiptsImported,
  handle: async (tx, events) => {
    const receipts = events.flatMap(({ data }) => data.receipts);
    await saveSales(
      tx,
      receipts.filter(({ kind }) => kind === 'SALE'),
    );
    await saveReturns(
      tx,
      receipts.filter(({ kind }) => kind === 'RETURN'),
    );
  },
});
