import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listBuyers, listSales } from './list-uses.queries';
import type { PromotionFigures } from './promotion-use.entities';
import { findDays } from './uses.queries';

const DAY_MS = 86_400_000;
const DAYS_MAX = 3_660;
const NOTHING = { uses: 0, members: 0, discountMinor: 0n, pointsMinor: 0n, revenueMinor: 0n };

export const usesResolvers: Resolvers = {
  Promotion: {
    figures: async (promotion, _, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return { promotion, slices: await ctx.loaders.figures.load(promotion.id) };
    },
    sales: ({ id }, args, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return listSales(ctx, id, args);
    },
    buyers: ({ id }, args, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return listBuyers(ctx, id, args);
    },
  },
  PromotionFigures: {
    total: ({ slices }) => sliceOf(slices, 'all'),
    control: ({ slices }) => sliceOf(slices, 'control'),
    left: ({ promotion: { limits }, slices }) => {
      const given = sliceOf(slices, 'all');
      return {
        money: leftOf(limits.moneyBudget, given.discountMinor),
        points: leftOf(limits.pointsBudget, given.pointsMinor),
        uses: limits.usesBudget === null ? null : Math.max(0, limits.usesBudget - given.uses),
      };
    },
    byVersion: ({ slices }) =>
      slices
        .filter(({ slice, uses }) => slice.startsWith('version ') && uses > 0)
        .map((sums) => ({ version: Number(sums.slice.slice('version '.length)), sums }))
        .sort((one, other) => other.version - one.version),
    byDay: async ({ promotion }, { from, to }, ctx) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      if (days < 0 || days >= DAYS_MAX) throw badInput(`A period has 1 to ${DAYS_MAX} days.`);
      const slices = await findDays(ctx.db, promotion.id, from, to);
      return slices.filter(({ uses }) => uses > 0).map((sums) => ({ day: sums.slice.slice('day '.length), sums }));
    },
  },
  PromotionSale: {
    purchase: ({ receiptId }) => ({ id: receiptId }),
    member: ({ memberId }) => (memberId === null ? null : { id: memberId }),
    discount: ({ discountMinor }) => discountMinor,
    points: ({ pointsMinor }) => pointsMinor,
    revenue: ({ revenueMinor }) => revenueMinor,
  },
  PromotionBuyer: {
    member: ({ memberId }) => ({ id: memberId }),
    sums: (buyer) => buyer,
  },
  PromotionSums: {
    discount: ({ discountMinor }) => discountMinor,
    points: ({ pointsMinor }) => pointsMinor,
    revenue: ({ revenueMinor }) => revenueMinor,
  },
};

const sliceOf = (slices: readonly PromotionFigures[], name: string): typeof NOTHING =>
  slices.find(({ slice }) => slice === name) ?? NOTHING;

const leftOf = (budget: bigint | null, given: bigint): bigint | null =>
  budget === null ? null : budget > given ? budget - given : 0n;
