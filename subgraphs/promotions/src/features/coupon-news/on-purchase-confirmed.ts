import { defineConsumer, PurchaseConfirmed, type IssuedCoupon } from '@adal/events';
import { newsOf, originOf } from './ledger-news.rules';
import { applyCouponNews } from './apply-coupon-news';
import { registerCoupons, usesHeldBy } from '../coupons';
import { tellCouponUses } from '../told-coupons';
import { toRegistered } from './to-registered';

/** A sale used coupons, and printed new ones. What its reservation held and the sale did not use is free again. */
export const onPurchaseConfirmed = defineConsumer({
  durable: 'promotions-coupons-confirmed',
  contract: PurchaseConfirmed,
  handle: async (tx, events) => {
    const [first] = events;
    if (first === undefined) return;
    const issued = events.flatMap(({ data }) =>
      (data.couponsIssued ?? []).map((coupon: IssuedCoupon) => ({ ...coupon, receipt: data.receipt })),
    );
    await registerCoupons(tx, await toRegistered(tx, issued), originOf(first));
    const held = await usesHeldBy(
      tx,
      events.map(({ data }) => data.receipt.purchaseId),
    );
    const used = events.flatMap(({ data: { receipt, couponsUsed = [] } }) => newsOf(receipt, couponsUsed, 'USED'));
    const dropped = events.flatMap(({ data: { receipt, couponsUsed = [] } }) => {
      const codes = (held.get(receipt.purchaseId) ?? []).filter((code) => !couponsUsed.includes(code));
      return newsOf(receipt, codes, 'RELEASED');
    });
    await applyCouponNews(tx, [...used, ...dropped]);
    await tellCouponUses(tx, used, originOf(first));
  },
});
