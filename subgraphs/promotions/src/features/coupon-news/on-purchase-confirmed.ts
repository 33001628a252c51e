import { defineConsumer, PurchaseConfirmed, type IssuedCoupon } from '@adal/events';
import { newsOf } from './ledger-news.rules';
import { applyCouponNews } from './apply-coupon-news';
import { registerCoupons, usesHeldBy } from '../coupons';
import { toRegistered } from './to-registered';

/** A sale used coupons, and printed new ones. What its reservation held and the sale did not use is free again. */
export const onPurchaseConfirmed = defineConsumer({
  durable: 'promotions-coupons-confirmed',
  contract: PurchaseConfirmed,
  handle: async (tx, events) => {
    const issued = events.flatMap(({ data }) =>
      (data.couponsIssued ?? []).map((coupon: IssuedCoupon) => ({ ...coupon, receipt: data.receipt })),
    );
    await registerCoupons(tx, await toRegistered(tx, issued));
    const held = await usesHeldBy(
      tx,
      events.map(({ data }) => data.receipt.purchaseId),
    );
    await applyCouponNews(
      tx,
      events.flatMap(({ data: { receipt, couponsUsed = [] } }) => {
        const dropped = (held.get(receipt.purchaseId) ?? []).filter((code) => !couponsUsed.includes(code));
        return [...newsOf(receipt, couponsUsed, 'USED'), ...newsOf(receipt, dropped, 'RELEASED')];
      }),
    );
  },
});
