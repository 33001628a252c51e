import { badInput, connectionOf, decodeCursor, isUuid, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { normaliseCode } from '../coupon-pools';
import type { Coupon } from './coupon.entity';
import { batchOf, findCoupon, historyOf, listCouponsOf } from './coupon.queries';
import { withDerived } from './history.rules';
import { issueCoupons } from './issue-coupons';
import { daysOf } from './coupon-days.rules';
import { listCodes } from './list-codes';
import { revokeCoupon } from './revoke-coupon';

export const couponsResolvers: Resolvers = {
  Query: {
    coupon: (_, { code }, ctx) => {
      requirePermission(ctx, 'coupons.read');
      return findCoupon(ctx.db, normaliseCode(code));
    },
  },
  Mutation: {
    issueCoupons: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.write');
      return issueCoupons(ctx, input);
    },
    revokeCoupon: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.write');
      return revokeCoupon(ctx, input);
    },
  },
  Member: {
    coupons: async ({ id }, { first, after }, ctx) => {
      requirePermission(ctx, 'coupons.read');
      if (!isUuid(id)) throw badInput('A member has a UUID.');
      const size = pageSize(first, 20);
      return connectionOf(await listCouponsOf(ctx.db, id, readCursor(after), size), size, after, keysOf);
    },
  },
  CouponPool: {
    codes: async (pool, { first, after }, ctx) => {
      requirePermission(ctx, 'coupons.read');
      const size = pageSize(first);
      return connectionOf(await listCodes(ctx.db, pool, readCursor(after), size), size, after, keysOf);
    },
  },
  Coupon: {
    pool: ({ poolNo }, _, ctx) => ctx.loaders.couponPools.load(poolNo),
    validFrom: async (coupon, _, ctx) => daysOf(await ctx.loaders.couponPools.load(coupon.poolNo), coupon).first,
    validUntil: async (coupon, _, ctx) => daysOf(await ctx.loaders.couponPools.load(coupon.poolNo), coupon).last,
    member: ({ memberId }) => (memberId === null ? null : { id: memberId }),
    history: async (coupon, _, ctx) =>
      withDerived(coupon, await historyOf(ctx.db, coupon.code), await batchOf(ctx.db, coupon)),
  },
  CouponChange: {
    member: ({ memberId }) => (memberId === null ? null : { id: memberId }),
  },
};

const keysOf = ({ code }: Coupon): string[] => [code];
const readCursor = (after: string | null | undefined): string => String(decodeCursor(after, 1)?.[0] ?? '');
