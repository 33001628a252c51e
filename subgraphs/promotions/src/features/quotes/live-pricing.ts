import { compile, usesTender, type Compiled, type Promotion as EnginePromotion } from '@adal/engine';
import type { DataSource } from 'typeorm';
import { loadPoolBook, type PoolBook } from '../coupon-pools';
import { toEnginePromotion } from '../definitions';
import { isLimited, paceLimits } from '../limits';
import { getPricingRevision } from '../pricing';
import { getProgramme, toEngineProgramme, type Programme } from '../programme';
import { findLivePromotions, type Promotion } from '../promotions';

/** What prices are made of at one revision. */
export interface Pricing {
  compiled: Compiled;
  programme: Programme;
  promotions: readonly EnginePromotion[];
  /** Those of which something can be used up. */
  limited: readonly Promotion[];
  /** Those that depend on how the basket is paid, by id. */
  tendered: ReadonlySet<string>;
  /** Whose coupons are whose. */
  pools: PoolBook;
}

export interface LivePricing {
  /** Compiles at most once per revision; the revision comes with the facts of each quote. */
  at(revision: string): Promise<Pricing>;
  /** What was compiled last: good to know beforehand what a quote will need. */
  latest(): Promise<Pricing>;
}

/** Keeps the compiled promotions in memory. One per process. */
export function livePricing(db: DataSource): LivePricing {
  let known: { revision: string; pricing: Promise<Pricing> } | null = null;
  const at = (revision: string): Promise<Pricing> => {
    if (known?.revision === revision) return known.pricing;
    // Rows may be newer than the revision that asked for them; then the next quote compiles once more.
    const pricing = loadPricing(db);
    const loading = { revision, pricing };
    known = loading;
    pricing.catch(() => {
      if (known === loading) known = null;
    });
    return pricing;
  };
  return { at, latest: async () => known?.pricing ?? at(await getPricingRevision(db)) };
}

async function loadPricing(db: DataSource): Promise<Pricing> {
  const [programme, rows, pools] = await Promise.all([getProgramme(db), findLivePromotions(db), loadPoolBook(db)]);
  // What an older engine took and this one does not prices nothing; its summary says what is wrong with it.
  const promotions = rows.flatMap((row) => toEnginePromotion(row) ?? []);
  const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
  return {
    compiled: compile(promotions, toEngineProgramme(programme)),
    tendered: new Set(promotions.filter(usesTender).map(({ id }) => id)),
    programme,
    promotions,
    pools,
    limited: rows.filter(isLimited).flatMap(({ id, limits, ...row }) => {
      const promotion = byId.get(id);
      return promotion === undefined ? [] : { ...row, id, limits: paceLimits(limits, promotion.schedule) };
    }),
  };
}
