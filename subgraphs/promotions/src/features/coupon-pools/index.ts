import { readSdl } from '@adal/service';
import { couponPoolsResolvers } from './coupon-pools.resolvers';

const SDL = ['coupon-pools.graphql', 'coupon-exports.graphql'];

/** Pools of coupons: how codes look, and what they may do. */
export const couponPools = { typeDefs: readSdl(__dirname, ...SDL), resolvers: couponPoolsResolvers };

export { poolUnknown, type CouponPoolUnknown } from './close-coupon-pool';
export { BATCHES_MAX, capacityOf, codeFor, codesSql, normaliseCode } from './code-format.rules';
export { CouponBatch, CouponExport, CouponPool } from './coupon-pool.entity';
export { couponPoolLoader } from './coupon-pool.loaders';
export { findPool, listBatches, lockPool, type PoolPage } from './coupon-pool.queries';
export { formatOf, hasFormat, poolInvalid, type CouponPoolInvalid } from './coupon-pool.rules';
export { lastDayOf } from './last-day.rules';
export { loadPoolBook, type PoolBook } from './pool-book';
