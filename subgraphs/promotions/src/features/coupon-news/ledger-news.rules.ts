import type { CouponNews } from './coupon-news.rules';

/** What a receipt did with these codes. */
export const newsOf = (
  receipt: { purchaseId: string; recordedAt: string; memberId: string | null },
  codes: readonly string[],
  status: CouponNews['status'],
): CouponNews[] =>
  codes.map((code) => ({
    code,
    purchaseId: receipt.purchaseId,
    status,
    at: new Date(receipt.recordedAt),
    memberId: receipt.memberId,
  }));
