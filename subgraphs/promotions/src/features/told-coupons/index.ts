/** Tells others of members' coupons: as they change, and again to whoever asks. */
export { couponBackfills } from './backfill-coupons';
export { tellCouponPool, tellCoupons, tellCouponUses } from './tell-coupons';
