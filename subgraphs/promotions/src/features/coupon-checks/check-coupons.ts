import type { Compiled } from '@adal/engine';
import type { PromotionsContext } from '../../context';
import type { QuotePurchaseInput } from '../../generated/graphql';
import { noteGuesses } from '../coupon-guesses';
import type { PoolBook } from '../coupon-pools';
import type { KnownCoupon } from '../coupons';
import type { CouponTaker } from './answer-coupons.rules';
import type { JudgedCoupon } from './judge-coupons.rules';
import { lookUpCoupons } from './look-up-coupons';

/** What of a prepared basket codes are judged by. */
interface CodesShown {
  readonly storeId: string;
  /** Those of the codes shown that are known. */
  readonly coupons: readonly KnownCoupon[];
  readonly memberId: string | null;
  readonly occurredAt: Date;
  readonly timeZone: string;
}

/** Looks at the codes of a basket. Who tries unknown ones again and again waits for the answer. */
export async function couponsOfBasket(
  ctx: PromotionsContext,
  input: QuotePurchaseInput,
  pools: PoolBook,
  { storeId, coupons, memberId, occurredAt, timeZone }: CodesShown,
): Promise<JudgedCoupon[]> {
  const asked = input.coupons ?? [];
  const judged = await lookUpCoupons(ctx, pools, { asked, known: coupons, memberId, occurredAt, timeZone });
  const unknown = new Set(
    judged.filter(({ fate }) => fate === 'UNKNOWN' || fate === 'MISTYPED').map(({ code }) => code),
  );
  await noteGuesses(ctx, { count: unknown.size, storeId, tillId: input.tillId ?? null, memberId });
  return judged;
}

/** Those that take part in pricing. */
export const validCoupons = (judged: readonly JudgedCoupon[]): { code: string; poolId: string }[] => [
  ...new Map(
    judged.flatMap((coupon) =>
      coupon.fate === 'VALID' ? [[coupon.code, { code: coupon.code, poolId: coupon.pool.id }]] : [],
    ),
  ).values(),
];

/** The running promotions that take coupons. */
export const couponTakers = ({ promotions }: Compiled): CouponTaker[] =>
  promotions
    .filter(({ couponPools }) => couponPools.length > 0)
    .map(({ promotion, couponPools }) => ({ promotionId: promotion.id, name: promotion.name, poolIds: couponPools }));
