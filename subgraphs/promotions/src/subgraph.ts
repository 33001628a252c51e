import type { SubgraphDefinition } from '@adal/service';
import type { PromotionsConfig } from './config';
import { consumers } from './consumers';
import { createContext, type PromotionsContext } from './context';
import { promotionsDataSource } from './db/data-source';
import { productsBackfill } from './features/catalogue';
import { holdBack } from './features/coupon-guesses';
import { holidaysBackfill } from './features/holidays';
import { couponBackfills } from './features/told-coupons';
import { livePricing, quoteSigner } from './features/quotes';
import { tellSimulation } from './features/simulations';
import { jobs } from './jobs';
import { promotionsSchema } from './schema';

/** The parts of this subgraph, put together. */
export function promotionsSubgraph(config: PromotionsConfig): SubgraphDefinition<PromotionsContext> {
  const db = promotionsDataSource(config.DATABASE_URL, config.DATABASE_POOL);
  const parts = {
    config,
    pricing: livePricing(db),
    signQuote: quoteSigner(config.QUOTE_PRIVATE_KEY),
    holdBack: holdBack(),
    replay: { url: config.DATABASE_URL, threads: config.SIMULATION_THREADS },
  };
  return {
    name: 'promotions',
    settings: config,
    db,
    schema: promotionsSchema(),
    consumers,
    backfills: [productsBackfill, holidaysBackfill, ...couponBackfills],
    jobs,
    createContext: (base, { streams }) =>
      createContext(base, { ...parts, tellSimulation: (id) => tellSimulation(streams.connection, id) }),
  };
}
