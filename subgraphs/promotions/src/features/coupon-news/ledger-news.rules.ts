import type { EventOrigin, QuotedPromotion, ReceivedEvent } from '@adal/events';
import type { CouponNews } from './coupon-news.rules';

/** What a receipt did with these codes. */
export const newsOf = (
  receipt: {
    purchaseId: string;
    recordedAt: string;
    memberId: string | null;
    promotions?: readonly QuotedPromotion[] | undefined;
  },
  codes: readonly string[],
  status: CouponNews['status'],
): CouponNews[] =>
  codes.map((code) => ({
    code,
    purchaseId: receipt.purchaseId,
    status,
    at: new Date(receipt.recordedAt),
    memberId: receipt.memberId,
    promotions: (receipt.promotions ?? []).filter(({ heldOut }) => !heldOut),
  }));

/** Where what an event leads to comes from. */
export const originOf = ({ occurredAt, correlationId }: ReceivedEvent<unknown>): EventOrigin => ({
  now: occurredAt,
  correlationId,
});
