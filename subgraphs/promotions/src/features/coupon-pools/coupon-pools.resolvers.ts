import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { Resolvers } from '../../generated/graphql';
import { deleteCouponPool, setCouponPoolStatus } from './close-coupon-pool';
import { capacityOf } from './code-format.rules';
import type { CouponPool } from './coupon-pool.entity';
import {
  countPools,
  findPool,
  listExports,
  listPools,
  promotionsOfPool,
  redemptionsByDay,
} from './coupon-pool.queries';
import { figuresOf, formatOf, hasFormat, sampleOf } from './coupon-pool.rules';
import { exportCoupons, exportPage } from './export-coupons';
import { lastDayOf } from './last-day.rules';
import { saveCouponPool } from './save-coupon-pool';

const DAYS_MAX = 400;
const MS_PER_DAY = 86_400_000;

export const couponPoolsResolvers: Resolvers = {
  Query: {
    couponPools: async (_, args, ctx) => {
      requirePermission(ctx, 'coupons.read');
      const size = pageSize(args.first);
      const filter = {
        status: args.status ?? null,
        search: args.search ?? null,
        promotionId: args.promotionId?.replaceAll('\0', '') ?? null,
      };
      const after = decodeCursor(args.after, 1)?.[0];
      const rows = await listPools(ctx.db, filter, after === undefined ? null : Number(after), size);
      return { ...connectionOf(rows, size, args.after, ({ no }: CouponPool) => [no]), filter };
    },
    couponPool: (_, { id }, ctx) => {
      requirePermission(ctx, 'coupons.read');
      return findPool(ctx.db, id);
    },
  },
  Mutation: {
    saveCouponPool: (_, { input }, ctx) => writing(ctx, () => saveCouponPool(ctx, input)),
    setCouponPoolStatus: (_, { input }, ctx) => writing(ctx, () => setCouponPoolStatus(ctx, input)),
    deleteCouponPool: (_, { input }, ctx) => writing(ctx, () => deleteCouponPool(ctx, input)),
    exportCoupons: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.export');
      return exportCoupons(ctx, input);
    },
  },
  CouponPoolConnection: { totalCount: ({ filter }, _, ctx) => countPools(ctx.db, filter) },
  CouponPool: {
    __resolveReference: ({ id }, ctx) => findPool(ctx.db, id),
    format: (pool) =>
      hasFormat(pool)
        ? { ...formatOf(pool), sample: sampleOf(pool), capacity: Number(capacityOf(formatOf(pool))) }
        : null,
    figures: (pool, _, ctx) => figuresOf(pool, lastDayOf(ctx.now, 0, ctx.config.BUSINESS_TIME_ZONE)),
    promotions: ({ id }, _, ctx) => promotionsOfPool(ctx.db, id),
    redemptionsByDay: ({ no }, { days }, ctx) => {
      const asked = days ?? 30;
      if (asked < 1 || asked > DAYS_MAX) throw badInput(`days must be between 1 and ${DAYS_MAX}.`);
      return redemptionsByDay(ctx.db, no, new Date(ctx.now.getTime() - asked * MS_PER_DAY));
    },
    exports: ({ no }, _, ctx) => {
      requirePermission(ctx, 'coupons.export');
      return listExports(ctx.db, no);
    },
  },
  CouponExport: {
    codes: ({ codes }) => Number(codes),
    page: (line, { after, first }, ctx) => {
      requirePermission(ctx, 'coupons.export');
      return exportPage(ctx.db, line, after ?? '', first ?? 10_000);
    },
  },
};

function writing<T>(ctx: PromotionsContext, work: () => Promise<T>): Promise<T> {
  requirePermission(ctx, 'coupons.write');
  return work();
}
