import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { normaliseCode } from '../coupon-pools';
import { Coupon } from './coupon.entity';
import { revokeUnused } from './register-coupons';

export type RevokeCouponOutcome =
  | { __typename: 'CouponRevoked'; coupon: Coupon }
  | { __typename: 'CouponUnknown'; code: 'COUPON_UNKNOWN'; message: string }
  | { __typename: 'CouponNotOpen'; code: 'COUPON_NOT_OPEN'; message: string };

/** Takes a code back that nobody has used. */
export async function revokeCoupon(ctx: PromotionsContext, { code }: { code: string }): Promise<RevokeCouponOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const plain = normaliseCode(code);
    await revokeUnused(tx, [plain], { at: ctx.now, purchaseId: null, authorName: ctx.actor.name }, ctx);
    const coupon = await tx.getRepository(Coupon).findOneBy({ code: plain });
    if (coupon === null)
      return {
        __typename: 'CouponUnknown',
        code: 'COUPON_UNKNOWN',
        message: 'Nobody knows this code: compare it with the coupon.',
      };
    if (coupon.state === 'REVOKED') return { __typename: 'CouponRevoked', coupon };
    const message = `The coupon is ${coupon.state.toLowerCase()}: only an open one is taken back.`;
    return { __typename: 'CouponNotOpen', code: 'COUPON_NOT_OPEN', message };
  });
}
