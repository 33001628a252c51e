import { defineConsumer, ReservationReleased } from '@adal/events';
import { applyCouponNews } from './apply-coupon-news';
import { newsOf } from './ledger-news.rules';

/** A reservation was cancelled, or its time has passed. */
export const onReservationReleased = defineConsumer({
  durable: 'promotions-coupons-released',
  contract: ReservationReleased,
  handle: (tx, events) =>
    applyCouponNews(
      tx,
      events.flatMap(({ data }) => newsOf({ ...data, recordedAt: data.releasedAt }, data.coupons, 'RELEASED')),
    ),
});
