import { table, type RowOf } from './tables';

/** Kinds of coupons, and whether theirs can be used. */
export const couponPools = table({
  name: 'coupon_pools',
  keep: 'LATEST',
  key: ['poolId'],
  columns: { poolId: 'text', revision: 'long', status: 'word', validFrom: 'dayOrNull', validUntil: 'dayOrNull' },
});
export type CouponPoolRow = RowOf<typeof couponPools>;

/** Coupons that were issued to members. Days are the chain's. */
export const memberCoupons = table({
  name: 'member_coupons',
  keep: 'LATEST',
  key: ['memberId', 'couponId'],
  columns: {
    memberId: 'uuid',
    couponId: 'uuid',
    revision: 'long',
    poolId: 'word',
    promotionId: 'word',
    status: 'word',
    uses: 'long',
    issuedOn: 'day',
    // Its own; the pool's may be narrower.
    validFrom: 'dayOrNull',
    validUntil: 'dayOrNull',
  },
});
export type MemberCouponRow = RowOf<typeof memberCoupons>;

/** What purchases of members did with coupons, personal ones and others. */
export const couponUses = table({
  name: 'coupon_uses',
  keep: 'LATEST',
  key: ['memberId', 'couponId', 'purchaseId'],
  columns: {
    memberId: 'uuid',
    couponId: 'uuid',
    purchaseId: 'text',
    revision: 'long',
    poolId: 'word',
    takenBy: 'words',
    usedOn: 'day',
    /** Not given back. */
    counts: 'flag',
  },
});
export type CouponUseRow = RowOf<typeof couponUses>;
