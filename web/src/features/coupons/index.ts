export { CouponIncidents } from './coupon-incidents';
export { CouponPool } from './coupon-pool';
export { CouponPools } from './coupon-pools';
export { MemberCoupons } from './member-coupons';
export { NewCouponPool } from './new-coupon-pool';
export { PoolsOfPromotion } from './pools-of-promotion';
