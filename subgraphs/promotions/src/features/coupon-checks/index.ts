import { readSdl } from '@adal/service';

/** What becomes of codes in a quote. */
export const couponChecks = { typeDefs: readSdl(__dirname, 'coupon-checks.graphql') };

export { answerCoupons, type CouponAnswer } from './answer-coupons.rules';
export { couponsOfBasket, couponTakers, validCoupons } from './check-coupons';
export { couponLimits } from './coupon-limits.rules';
export { issuedCoupons } from './issued-coupons.rules';
