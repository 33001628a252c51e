import { readSdl } from '@adal/service';
import { couponsResolvers } from './coupons.resolvers';

/** Codes: what becomes of them in a quote, and what has become of them since. */
export const coupons = { typeDefs: readSdl(__dirname, 'coupons.graphql'), resolvers: couponsResolvers };

export { answerCoupons, type CouponAnswer, type CouponTaker } from './answer-coupons.rules';
export { Coupon, CouponChange, CouponUse, type CouponPage } from './coupon.entity';
export { couponLimits } from './coupon-limits.rules';
export { couponsSql, type KnownCoupon } from './coupon.queries';
export { expireCoupons } from './expire-coupons';
export { importCoupons } from './import-coupons';
export type { HistoryLine } from './history.rules';
export { issuedCoupons } from './issued-coupons.rules';
export type { JudgedCoupon } from './judge-coupons.rules';
export { lookUpCoupons } from './look-up-coupons';
export { onPurchaseConfirmed } from './on-purchase-confirmed';
export { onPurchaseReturned } from './on-purchase-returned';
export { onReservationHeld } from './on-reservation-held';
export { onReservationReleased } from './on-reservation-released';
