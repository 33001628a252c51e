import { readConfig, readPublicKey, runMain, startSubgraph } from '@adal/service';
import { ledgerSettings } from './config';
import { consumers } from './consumers';
import { createLedgerContext, type LedgerParts } from './context';
import { ledgerDataSource } from './db/data-source';
import { backfills } from './features/backfills';
import { createBookings } from './features/purchases';
import { createStoreDirectory } from './features/stores';
import { jobs } from './jobs';
import { ledgerSchema } from './schema';

runMain(async () => {
  const config = readConfig(ledgerSettings);
  const db = ledgerDataSource(config.DATABASE_URL, config.DATABASE_POOL);
  const parts: LedgerParts = {
    config,
    quoteKey: readPublicKey(config.QUOTE_PUBLIC_KEY),
    stores: createStoreDirectory(db),
    bookings: createBookings(db),
  };
  await startSubgraph({
    name: 'ledger',
    settings: config,
    db,
    schema: ledgerSchema(),
    consumers,
    backfills,
    jobs,
    createContext: (base) => createLedgerContext(base, parts),
  });
});
