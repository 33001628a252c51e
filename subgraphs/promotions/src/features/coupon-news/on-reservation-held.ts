import { defineConsumer, ReservationHeld } from '@adal/events';
import { applyCouponNews } from './apply-coupon-news';
import { newsOf } from './ledger-news.rules';

/** A till holds coupons for a purchase. */
export const onReservationHeld = defineConsumer({
  durable: 'promotions-coupons-held',
  contract: ReservationHeld,
  handle: (tx, events) =>
    applyCouponNews(
      tx,
      events.flatMap(({ data }) => newsOf({ ...data, recordedAt: data.heldAt }, data.coupons, 'HELD')),
    ),
});
