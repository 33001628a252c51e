import { normaliseCode, type CouponPool, type PoolBook } from '../coupon-pools';
import { daysOf, type KnownCoupon } from '../coupons';

/** What is the matter with a code before prices are looked at; VALID ones take part. */
export type Judgement =
  | { readonly fate: 'VALID'; readonly pool: CouponPool }
  | { readonly fate: 'UNKNOWN' | 'MISTYPED' | 'CLOSED' | 'REVOKED' | 'MEMBER_NEEDED' | 'OTHER_MEMBER' | 'MEMBER_LIMIT' }
  | { readonly fate: 'USED' | 'NOT_YET' | 'EXPIRED'; readonly day: string | null };

export type JudgedCoupon = Judgement & {
  /** As the till sent it. */
  readonly asked: string;
  readonly code: string;
};

export interface CouponScene {
  readonly pools: PoolBook;
  readonly memberId: string | null;
  /** Day of sale in the store. */
  readonly day: string;
  /** Day in the store of an instant. */
  dayOf(instant: string): string;
}

/** Judges codes by themselves: whether they are ours, in time, and for this person. */
export function judgeCoupons(
  asked: readonly string[],
  known: readonly KnownCoupon[],
  scene: CouponScene,
): JudgedCoupon[] {
  const byCode = new Map(known.map((coupon) => [coupon.code, coupon]));
  return asked.map((text) => {
    const code = normaliseCode(text);
    return { asked: text, code, ...judge(code, byCode.get(code) ?? null, scene) };
  });
}

function judge(code: string, coupon: KnownCoupon | null, { pools, memberId, day, dayOf }: CouponScene): Judgement {
  if (coupon === null) return { fate: pools.lookOf(code)?.isMistyped === true ? 'MISTYPED' : 'UNKNOWN' };
  const pool = pools.byNo(coupon.poolNo);
  if (pool === null || pool.status !== 'OPEN') return { fate: 'CLOSED' };
  if (coupon.state === 'REVOKED') return { fate: 'REVOKED' };
  if (coupon.state === 'REDEEMED')
    return { fate: 'USED', day: coupon.changedAt === null ? null : dayOf(coupon.changedAt) };
  const { first, last } = daysOf(pool, coupon);
  if (first !== null && day < first) return { fate: 'NOT_YET', day: first };
  if (coupon.state === 'EXPIRED' || (last !== null && day > last)) return { fate: 'EXPIRED', day: last };
  const isPersonal = pool.kind === 'PERSONAL' || (pool.kind === 'IMPORTED' && coupon.memberId !== null);
  if ((isPersonal || pool.usesPerMember !== null) && memberId === null) return { fate: 'MEMBER_NEEDED' };
  if (isPersonal && coupon.memberId !== memberId) return { fate: 'OTHER_MEMBER' };
  return { fate: 'VALID', pool };
}
