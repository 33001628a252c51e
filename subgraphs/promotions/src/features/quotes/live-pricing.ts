import { compile, type Compiled } from '@adal/engine';
import type { DataSource } from 'typeorm';
import { isLimited } from '../limits';
import { getProgramme, toEngineProgramme, type Programme } from '../programme';
import { findLivePromotions, toEnginePromotion, type Promotion } from '../promotions';

/** What prices are made of at one revision. */
interface Pricing {
  compiled: Compiled;
  programme: Programme;
  promotions: readonly Promotion[];
  /** Those of which something can be used up. */
  limited: readonly Promotion[];
  /** What promotions add to the receipt, by promotion. */
  receiptTexts: ReadonlyMap<string, string | null>;
}

export interface LivePricing {
  /** Compiles at most once per revision; the revision comes with the facts of each quote. */
  at(revision: string): Promise<Pricing>;
}

/** Keeps the compiled promotions in memory. One per process. */
export function livePricing(db: DataSource): LivePricing {
  let known: { revision: string; pricing: Promise<Pricing> } | null = null;
  return {
    at(revision) {
      if (known?.revision === revision) return known.pricing;
      // Rows may be newer than the revision that asked for them; then the next quote compiles once more.
      const pricing = loadPricing(db);
      const loading = { revision, pricing };
      known = loading;
      pricing.catch(() => {
        if (known === loading) known = null;
      });
      return pricing;
    },
  };
}

async function loadPricing(db: DataSource): Promise<Pricing> {
  const [programme, promotions] = await Promise.all([getProgramme(db), findLivePromotions(db)]);
  return {
    compiled: compile(promotions.map(toEnginePromotion), toEngineProgramme(programme)),
    programme,
    promotions,
    limited: promotions.filter(isLimited),
    receiptTexts: new Map(promotions.map(({ id, receiptText }) => [id, receiptText])),
  };
}
