import { badInput, requirePermission } from '@adal/service';
import { DateTime } from 'luxon';
import type { Resolvers } from '../../generated/graphql';
import { inLanguage } from '../metrics';
import { getGrid } from '../rfm';
import type { Bought } from './behaviour.queries';
import { behaviourOf, type Behaviour } from './behaviour.rules';
import { brandAffinities, goodsBought, type GoodsBought, type GoodsBy } from './goods.rules';

/** How a member buys, and what it was made of. */
export interface MemberBehaviour extends Behaviour {
  readonly bought: Bought;
  readonly today: string;
}

const GOODS_MAX = 100;

const goods =
  (by: GoodsBy) =>
  ({ bought }: MemberBehaviour, { first }: { first?: number | null }): GoodsBought[] =>
    goodsBought(bought.purchases, bought.items, by).slice(0, sizeOf(first));

export const behaviourResolvers: Resolvers = {
  Member: {
    behaviour: async ({ id }, _args, ctx) => {
      requirePermission(ctx, 'members.read');
      const bought = await ctx.loaders.bought.load(id);
      const today = DateTime.fromJSDate(ctx.now, { zone: ctx.config.BUSINESS_TIME_ZONE }).toFormat('yyyy-MM-dd');
      return { ...behaviourOf(bought.purchases, bought.items, today), bought, today };
    },
    segments: ({ id }, _args, ctx) => {
      requirePermission(ctx, 'segments.read');
      return ctx.loaders.segmentsOfMember.load(id);
    },
    rfmCells: ({ id }, _args, ctx) => {
      requirePermission(ctx, 'segments.read');
      return ctx.loaders.rfmCellsOfMember.load(id);
    },
  },
  MemberRfmCell: {
    gridName: ({ gridId }, { locale }) => inLanguage(getGrid(gridId).names, locale),
    name: ({ gridId, cell }, { locale }) => {
      const named = getGrid(gridId).cells[cell];
      return named ? inLanguage(named.names, locale) : cell;
    },
  },
  MemberBehaviour: {
    revenue: ({ revenueMinor }) => BigInt(revenueMinor),
    margin: ({ marginMinor }, _args, ctx) => {
      requirePermission(ctx, 'catalogue.cost.read');
      return BigInt(marginMinor);
    },
    discount: ({ discountMinor }) => BigInt(discountMinor),
    averageReceipt: ({ averageReceiptMinor }) => bigOrNull(averageReceiptMinor),
    itemsPerReceipt: ({ itemsPerReceiptMilli }) => bigOrNull(itemsPerReceiptMilli),
    purchasesPerMonth: ({ purchasesPerMonthMilli }) => bigOrNull(purchasesPerMonthMilli),
    cycleDays: ({ cycleDaysMilli }) => bigOrNull(cycleDaysMilli),
    favouriteStore: ({ favouriteStoreId }) => (favouriteStoreId === null ? null : { id: favouriteStoreId }),
    hours: ({ hours }) => hours.map((row) => [...row]),
    products: goods('SKU'),
    categories: goods('CATEGORY'),
    brands: goods('BRAND'),
    basket: ({ bought }) =>
      goodsBought(bought.purchases, bought.items, 'TOP_CATEGORY').sort((a, b) => b.revenueMinor - a.revenueMinor),
    affinities: ({ bought, today }, { first }) =>
      brandAffinities(bought.purchases, bought.items, today).slice(0, sizeOf(first)),
  },
  GoodsBought: {
    quantity: ({ quantityMilli }) => BigInt(quantityMilli),
    revenue: ({ revenueMinor }) => BigInt(revenueMinor),
  },
};

function sizeOf(first: number | null | undefined): number {
  const size = first ?? 5;
  if (size < 0 || size > GOODS_MAX) throw badInput(`first must be 0 to ${GOODS_MAX}.`);
  return size;
}

const bigOrNull = (value: number | null): bigint | null => (value === null ? null : BigInt(value));
