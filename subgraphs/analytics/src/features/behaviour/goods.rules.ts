import { compare, daysBetween, shareOf, sum, type BoughtItem, type Purchase } from './behaviour.rules';

/** What a member bought of a product, category or brand; purchases are those with some of it left. */
export interface GoodsBought {
  readonly key: string;
  readonly name: string;
  readonly purchases: number;
  readonly quantityMilli: number;
  readonly revenueMinor: number;
  /** Of all that the member spent on goods; null when that is nothing. */
  readonly share: number | null;
  readonly lastOn: string;
}

/** How much a member keeps to a brand. */
export interface BrandAffinity {
  readonly brand: string;
  readonly shareOfRevenue: number;
  readonly shareOfPurchases: number;
  readonly daysSince: number;
  /** 0 to 1000. */
  readonly score: number;
}

export type GoodsBy = 'SKU' | 'CATEGORY' | 'TOP_CATEGORY' | 'BRAND';

const KEYS: Readonly<Record<GoodsBy, (item: BoughtItem) => string>> = {
  SKU: ({ sku }) => sku,
  CATEGORY: ({ categoryPath }) => categoryPath,
  TOP_CATEGORY: ({ categoryPath }) => categoryPath.split(' > ')[0] ?? '',
  BRAND: ({ brand }) => brand,
};

/** Goods of which something is left, those in most purchases first, then those most was spent on. "" is unknown. */
export function goodsBought(purchases: readonly Purchase[], items: readonly BoughtItem[], by: GoodsBy): GoodsBought[] {
  const days = new Map(purchases.filter(({ stands }) => stands).map(({ id, day }) => [id, day]));
  const total = sum(items, ({ amountMinor }) => amountMinor);
  const groups = Map.groupBy(
    items.filter(({ purchaseId }) => days.has(purchaseId)),
    KEYS[by],
  );
  return [...groups]
    .flatMap(([key, own]) => {
      const left = own.filter(({ quantityMilli }) => quantityMilli > 0);
      if (left.length === 0) return [];
      const revenueMinor = sum(own, ({ amountMinor }) => amountMinor);
      const ids = new Set(left.map(({ purchaseId }) => purchaseId));
      const goods: GoodsBought = {
        key,
        name: by === 'SKU' ? own[0]?.name || key : key,
        purchases: ids.size,
        quantityMilli: sum(own, ({ quantityMilli }) => quantityMilli),
        revenueMinor,
        share: shareOf(revenueMinor, total),
        lastOn:
          [...ids]
            .map((id) => days.get(id) ?? '')
            .sort()
            .at(-1) ?? '',
      };
      return [goods];
    })
    .sort((a, b) => b.purchases - a.purchases || b.revenueMinor - a.revenueMinor || compare(a.key, b.key));
}

/** After so many days what was bought counts half. */
const HALF_LIFE_DAYS = 180;

/**
 * Brands by how much the member keeps to them: the mean of the brand's share of the money and of the purchases, halved for every 180
 * days since the last one. What came back counts as if never bought.
 */
export function brandAffinities(
  purchases: readonly Purchase[],
  items: readonly BoughtItem[],
  today: string,
): BrandAffinity[] {
  const count = purchases.filter(({ stands }) => stands).length;
  return goodsBought(purchases, items, 'BRAND')
    .filter(({ key }) => key !== '')
    .map((goods) => {
      const [shareOfRevenue, shareOfPurchases] = [goods.share ?? 0, goods.purchases / count];
      const daysSince = daysBetween(goods.lastOn, today);
      const score = Math.round(
        500 * (shareOfRevenue + shareOfPurchases) * 0.5 ** (Math.max(daysSince, 0) / HALF_LIFE_DAYS),
      );
      return { brand: goods.key, shareOfRevenue, shareOfPurchases, daysSince, score };
    })
    .sort((a, b) => b.score - a.score || compare(a.brand, b.brand));
}
