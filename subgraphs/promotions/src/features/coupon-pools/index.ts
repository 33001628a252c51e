import { readSdl } from '@adal/service';
import { couponPoolsResolvers } from './coupon-pools.resolvers';

const SDL = ['coupon-pools.graphql', 'coupon-batches.graphql', 'coupon-exports.graphql'];

/** Pools of coupons: how codes look, what they may do, and their making. */
export const couponPools = { typeDefs: readSdl(__dirname, ...SDL), resolvers: couponPoolsResolvers };

export { poolUnknown, type CouponPoolUnknown } from './close-coupon-pool';
export { codeFor, normaliseCode } from './code-format.rules';
export { CouponBatch, CouponExport, CouponPool } from './coupon-pool.entity';
export { couponPoolLoader } from './coupon-pool.loaders';
export { findPool, type PoolPage } from './coupon-pool.queries';
export { formatOf, hasFormat, poolInvalid, type CouponPoolInvalid } from './coupon-pool.rules';
export { lastDayOf } from './last-day.rules';
export { makeCodes } from './make-codes';
export { loadPoolBook, type PoolBook } from './pool-book';
