import { defineConsumer, PurchaseReturned, type IssuedCoupon } from '@adal/events';
import { applyCouponNews } from './apply-coupon-news';
import { newsOf } from './ledger-news.rules';
import { registerCoupons, revokeUnused } from '../coupons';
import { toRegistered } from './to-registered';

/** A sale came back: the coupons it used are good again, and those it printed no more, unless somebody has used them. */
export const onPurchaseReturned = defineConsumer({
  durable: 'promotions-coupons-returned',
  contract: PurchaseReturned,
  handle: async (tx, events) => {
    for (const { data } of events) {
      const receipt = { ...data.receipt, purchaseId: data.originalPurchaseId };
      const withdrawn = data.couponsWithdrawn ?? [];
      // The sale's own news may come later, and find them known.
      await registerCoupons(
        tx,
        await toRegistered(
          tx,
          withdrawn.map((coupon: IssuedCoupon) => ({ ...coupon, receipt })),
        ),
      );
      const why = { at: new Date(receipt.recordedAt), purchaseId: receipt.purchaseId, authorName: null };
      await revokeUnused(
        tx,
        withdrawn.map(({ code }) => code),
        why,
      );
      await applyCouponNews(tx, newsOf(receipt, data.couponsFreed ?? [], 'RETURNED'));
    }
  },
});
