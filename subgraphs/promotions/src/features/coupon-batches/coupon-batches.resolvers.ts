import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listBatches } from '../coupon-pools';
import { makeCoupons, setCouponBatchStatus } from './make-coupons';

export const couponBatchesResolvers: Resolvers = {
  Mutation: {
    makeCoupons: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.write');
      return makeCoupons(ctx, input);
    },
    setCouponBatchStatus: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.write');
      return setCouponBatchStatus(ctx, input);
    },
  },
  CouponPool: { batches: ({ no }, _, ctx) => listBatches(ctx.db, no) },
  CouponBatch: { wanted: ({ wanted }) => Number(wanted), made: ({ made }) => Number(made) },
};
