import { setTimeout as sleep } from 'node:timers/promises';
import { localTimeAt } from '@adal/engine';
import { findExhausted } from '../limits';
import type { PromotionsContext } from '../../context';
import type { CouponPool, PoolBook } from '../coupon-pools';
import { findCoupons, type KnownCoupon } from '../coupons';
import { memberLimitKey } from './coupon-limits.rules';
import { judgeCoupons, type CouponScene, type JudgedCoupon } from './judge-coupons.rules';

export interface CouponsAsked {
  readonly asked: readonly string[];
  /** What the quote's round trip found. */
  readonly known: readonly KnownCoupon[];
  readonly memberId: string | null;
  readonly occurredAt: Date;
  readonly timeZone: string;
}

/** A coupon printed a moment ago arrives by event: it is waited for this long, by so many quotes at once. */
const WAIT_MS = 1_500;
const POLL_MS = 100;
const WAITING_MAX = 8;
let waiting = 0;

/** Judges the codes of a basket. More round trips only while one is awaited, or one has a limit for each member. */
export async function lookUpCoupons(
  ctx: PromotionsContext,
  pools: PoolBook,
  { asked, known, memberId, occurredAt, timeZone }: CouponsAsked,
): Promise<JudgedCoupon[]> {
  if (asked.length === 0) return [];
  const dayAt = (at: number): string => {
    const { year, month, day } = localTimeAt(at, timeZone);
    return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  };
  const scene: CouponScene = {
    pools,
    memberId,
    day: dayAt(occurredAt.getTime()),
    dayOf: (instant) => dayAt(Date.parse(instant)),
  };
  let judged = judgeCoupons(asked, known, scene);
  const deadline = Date.now() + WAIT_MS;
  while (judged.some((coupon) => mayComeYet(coupon, pools)) && Date.now() < deadline && waiting < WAITING_MAX) {
    waiting += 1;
    await sleep(POLL_MS).finally(() => (waiting -= 1));
    judged = judgeCoupons(
      asked,
      await findCoupons(
        ctx.db,
        judged.map(({ code }) => code),
      ),
      scene,
    );
  }
  return memberId === null ? judged : withinMemberLimits(ctx, judged, memberId);
}

/** Codes of a PRINTED pool become known with the sale that prints them; those of other pools are there, or not at all. */
function mayComeYet({ fate, code }: JudgedCoupon, pools: PoolBook): boolean {
  const look = fate === 'UNKNOWN' ? pools.lookOf(code) : null;
  return (
    look !== null && look.pool.status === 'OPEN' && (look.pool.kind === 'PRINTED' || look.pool.kind === 'PERSONAL')
  );
}

async function withinMemberLimits(
  ctx: PromotionsContext,
  judged: JudgedCoupon[],
  memberId: string,
): Promise<JudgedCoupon[]> {
  const keyOf = (pool: CouponPool): string => memberLimitKey(pool, memberId);
  const limited = judged.flatMap((coupon) =>
    coupon.fate === 'VALID' && coupon.pool.usesPerMember !== null ? [coupon.pool] : [],
  );
  const exhausted = await findExhausted(ctx.db, limited.map(keyOf));
  return judged.map((coupon) => {
    if (coupon.fate !== 'VALID') return coupon;
    const isUsedUp = (exhausted.get(keyOf(coupon.pool)) ?? -1) >= (coupon.pool.usesPerMember ?? Infinity);
    return isUsedUp ? { asked: coupon.asked, code: coupon.code, fate: 'MEMBER_LIMIT' } : coupon;
  });
}
