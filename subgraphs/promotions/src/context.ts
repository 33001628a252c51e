import type { ServiceContext } from '@adal/service';
import type DataLoader from 'dataloader';
import type { PromotionsConfig } from './config';
import { productLoader, type Product } from './features/catalogue';
import { promotionLoader, type Promotion } from './features/promotions';
import type { LivePricing, QuoteSigner } from './features/quotes';

/** What this process has once. */
export interface PromotionsParts {
  readonly config: PromotionsConfig;
  readonly pricing: LivePricing;
  readonly signQuote: QuoteSigner;
}

/** What every use case of this subgraph is given. */
export interface PromotionsContext extends ServiceContext, PromotionsParts {
  readonly loaders: {
    readonly products: DataLoader<string, Product | null>;
    readonly promotions: DataLoader<string, Promotion | null>;
  };
}

/** Extends the frame's context, once per request. */
export function createContext(base: ServiceContext, parts: PromotionsParts): PromotionsContext {
  return { ...base, ...parts, loaders: { products: productLoader(base.db), promotions: promotionLoader(base.db) } };
}
