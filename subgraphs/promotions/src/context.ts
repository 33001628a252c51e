import type { ServiceContext } from '@adal/service';
import type DataLoader from 'dataloader';
import type { PromotionsConfig } from './config';
import { attributesOnce, productLoader, type Product, type ProductAttribute } from './features/catalogue';
import type { HoldBack } from './features/coupon-guesses';
import { couponPoolLoader, type CouponPool } from './features/coupon-pools';
import { listSizeLoader } from './features/member-lists';
import { setsOfProductLoader, setSizeLoader, type ProductSet } from './features/product-sets';
import { promotionLoader, type Promotion } from './features/promotions';
import type { LivePricing, QuoteSigner } from './features/quotes';
import type { ReplayOptions } from './features/replay';
import { figuresLoader, type PromotionFigures } from './features/uses';

/** What this process has once. */
export interface PromotionsParts {
  readonly config: PromotionsConfig;
  readonly pricing: LivePricing;
  readonly signQuote: QuoteSigner;
  readonly holdBack: HoldBack;
  /** Where and how receipts of the past are replayed. */
  readonly replay: Pick<ReplayOptions, 'url' | 'threads' | 'execArgv'>;
  /** Tells whoever watches a what-if that it has moved. */
  readonly tellSimulation: (id: string) => void;
}

/** What every use case of this subgraph is given. */
export interface PromotionsContext extends ServiceContext, PromotionsParts {
  readonly loaders: {
    /** How many members are on a list. */
    readonly listSizes: DataLoader<string, number>;
    readonly products: DataLoader<string, Product | null>;
    readonly promotions: DataLoader<string, Promotion | null>;
    /** Sums of a promotion, days left out. */
    readonly figures: DataLoader<string, PromotionFigures[]>;
    /** All declared attributes, asked for once. */
    readonly attributes: () => Promise<ProductAttribute[]>;
    readonly setsOfProduct: DataLoader<string, ProductSet[]>;
    readonly setSizes: DataLoader<string, number>;
    readonly couponPools: DataLoader<number, CouponPool>;
  };
}

/** Extends the frame's context, once per request. */
export function createContext(base: ServiceContext, parts: PromotionsParts): PromotionsContext {
  const { db } = base;
  const loaders = {
    listSizes: listSizeLoader(db),
    products: productLoader(db),
    promotions: promotionLoader(db),
    figures: figuresLoader(db),
    attributes: attributesOnce(db),
    setsOfProduct: setsOfProductLoader(db),
    setSizes: setSizeLoader(db),
    couponPools: couponPoolLoader(db),
  };
  return { ...base, ...parts, loaders };
}
