import type { CouponPoolSnapshot, CouponUseSnapshot, MemberCouponSnapshot } from '@adal/events';

/** Names a coupon `c` of a pool `p`: who knows the name does not know the code. */
const COUPON_ID = `substr(encode(sha256(p.secret || convert_to(c.code, 'UTF8')), 'hex'), 1, 32)::uuid as "couponId"`;

/** What is told of a pool `p`. */
export const POOL = `p.id as "poolId", p.version as revision, p.status, p.valid_from::text as "validFrom", p.valid_until::text as "validUntil"`;
export type PoolRow = CouponPoolSnapshot;

/** What is told of a member's coupon `c` of a pool `p`. Holds of tills pass, and that days are over is read off them. */
export const COUPON = `${COUPON_ID}, c.member_id as "memberId", p.id as "poolId", coalesce(c.revision, 0) as revision,
  c.promotion_id as "promotionId", c.uses, c.valid_from::text as "validFrom", c.expires_on::text as "validUntil",
  case c.state when 'REVOKED' then 'REVOKED' when 'REDEEMED' then 'USED' else 'OPEN' end as status,
  coalesce((select min(h.at) from coupon_change h where h.code = c.code and h.what = 'ISSUED'), p.created_at) as "issuedAt"`;
export type CouponRow = Omit<MemberCouponSnapshot, 'issuedAt'> & { readonly issuedAt: Date };

/** What is told of a use `c` of a coupon of a pool `p`; of two tellings the later news of the ledger is the higher. */
export const USE = `${COUPON_ID}, c.purchase_id as "purchaseId", c.member_id as "memberId", p.id as "poolId", c.at,
  (floor(extract(epoch from c.at) * 1000) * 2 + (c.status = 'RETURNED')::int)::float8 as revision,
  c.status = 'USED' as counts, coalesce(c.taker_ids, '{}') as "takenBy"`;
export type UseRow = Omit<CouponUseSnapshot, 'at'> & { readonly at: Date };

/** Uses that are told. */
export const isToldUse = `c.member_id is not null and c.status in ('USED', 'RETURNED')`;

export const couponOf = (row: CouponRow): MemberCouponSnapshot => ({ ...row, issuedAt: row.issuedAt.toISOString() });
export const useOf = (row: UseRow): CouponUseSnapshot => ({ ...row, at: row.at.toISOString() });

/** What an event tells when it tells of none. */
export const NOTHING = { pools: [], coupons: [], uses: [] };
