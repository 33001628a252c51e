import { defineConsumer, PurchaseReturned, type IssuedCoupon } from '@adal/events';
import { applyCouponNews } from './apply-coupon-news';
import { newsOf, originOf } from './ledger-news.rules';
import { registerCoupons, revokeUnused } from '../coupons';
import { tellCouponUses } from '../told-coupons';
import { toRegistered } from './to-registered';

/** A sale came back: the coupons it used are good again, and those it printed no more, unless somebody has used them. */
export const onPurchaseReturned = defineConsumer({
  durable: 'promotions-coupons-returned',
  contract: PurchaseReturned,
  handle: async (tx, events) => {
    for (const event of events) {
      const { data } = event;
      const receipt = { ...data.receipt, purchaseId: data.originalPurchaseId };
      const withdrawn = (data.couponsWithdrawn ?? []).map((coupon: IssuedCoupon) => ({ ...coupon, receipt }));
      // The sale's own news may come later, and find them known.
      await registerCoupons(tx, await toRegistered(tx, withdrawn), originOf(event));
      const why = { at: new Date(receipt.recordedAt), purchaseId: receipt.purchaseId, authorName: null };
      const codes = withdrawn.map(({ code }) => code);
      await revokeUnused(tx, codes, why, originOf(event));
      const freed = newsOf(receipt, data.couponsFreed ?? [], 'RETURNED');
      await applyCouponNews(tx, freed);
      await tellCouponUses(tx, freed, originOf(event));
    }
  },
});
