import { readConfig, runMain, startSubgraph } from '@adal/service';
import { promotionsSettings } from './config';
import { consumers } from './consumers';
import { createContext } from './context';
import { promotionsDataSource } from './db/data-source';
import { livePricing, quoteSigner } from './features/quotes';
import { jobs } from './jobs';
import { promotionsSchema } from './schema';

runMain(async () => {
  const config = readConfig(promotionsSettings);
  const db = promotionsDataSource(config.DATABASE_URL, config.DATABASE_POOL);
  const parts = { config, pricing: livePricing(db), signQuote: quoteSigner(config.QUOTE_PRIVATE_KEY) };
  await startSubgraph({
    name: 'promotions',
    settings: config,
    db,
    schema: promotionsSchema(),
    consumers,
    jobs,
    createContext: (base) => createContext(base, parts),
  });
});
