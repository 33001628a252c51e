import type { AppliedPromotion } from '@adal/engine';
import { limitKeyOf, type QuotedLimit } from '@adal/events';
import type { CouponPool } from '../coupon-pools';
import type { JudgedCoupon } from './judge-coupons.rules';

/** What the coupons that promotions used take: one use of the code, and one of the member's. */
export function couponLimits(
  judged: readonly JudgedCoupon[],
  applied: readonly AppliedPromotion[],
  memberId: string | null,
): QuotedLimit[] {
  const used = new Set(applied.flatMap(({ couponCodes }) => couponCodes));
  const limits = new Map<string, QuotedLimit>();
  for (const coupon of judged) {
    if (coupon.fate !== 'VALID' || !used.has(coupon.code)) continue;
    const own = [limitOfCode(coupon.code, coupon.pool), limitOfMember(coupon.pool, memberId)];
    for (const limit of own) if (limit !== null) limits.set(`${coupon.code} ${limit.key}`, limit);
  }
  return [...limits.values()];
}

function limitOfCode(code: string, pool: CouponPool): QuotedLimit {
  const key = limitKeyOf('COUPON', { promotionId: null, subject: code, day: '' });
  return {
    key,
    kind: 'COUPON',
    amount: 1,
    max: pool.usesPerCode,
    revision: pool.version,
    label: code,
    promotionId: null,
    subject: code,
  };
}

/** Under which the ledger counts a member's coupons of a pool. */
export const memberLimitKey = (pool: CouponPool, memberId: string): string =>
  limitKeyOf('COUPONS_PER_MEMBER', { promotionId: pool.id, subject: memberId, day: '' });

function limitOfMember(pool: CouponPool, memberId: string | null): QuotedLimit | null {
  if (pool.usesPerMember === null || memberId === null) return null;
  return {
    key: memberLimitKey(pool, memberId),
    kind: 'COUPONS_PER_MEMBER',
    amount: 1,
    max: pool.usesPerMember,
    revision: pool.version,
    label: pool.name,
    promotionId: null,
    subject: memberId,
  };
}
