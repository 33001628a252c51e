import { readSdl } from '@adal/service';
import { couponsResolvers } from './coupons.resolvers';

/** Codes: what has become of them, for whom they are, and taking them back. */
export const coupons = { typeDefs: readSdl(__dirname, 'coupons.graphql'), resolvers: couponsResolvers };

export { countStates } from './count-states';
export { daysOf } from './coupon-days.rules';
export { Coupon, CouponChange, CouponUse, type CouponPage, type CouponState } from './coupon.entity';
export { couponsSql, findCoupons, usesHeldBy, type KnownCoupon } from './coupon.queries';
export { expireCoupons } from './expire-coupons';
export type { HistoryLine } from './history.rules';
export { insertChanges } from './insert-changes';
export { registerCoupons, revokeUnused, type RegisteredCoupon } from './register-coupons';
