import { formatMinor } from '@adal/money';
import type { Effect } from './effect';
import { hundredthsText, reason, reasonOf, type Reason } from './reason';

/** What an effect gives, as a discount on a receipt says it. */
export function effectReason(effect: Effect): Reason {
  switch (effect.kind) {
    case 'PERCENT':
      return reason('discount.percent', { percent: hundredthsText(effect.percent) });
    case 'AMOUNT_OFF':
      return effect.every === null
        ? reason('discount.amount', { amount: formatMinor(effect.amount) })
        : reason('discount.amount_every', { amount: formatMinor(effect.amount), every: String(effect.every) });
    case 'FIXED_PRICE':
      return reason('discount.fixed_price', { price: formatMinor(effect.price) });
    case 'CHEAPEST_FREE':
      return reason('discount.cheapest_free', { of: String(effect.of), free: String(effect.free) });
    case 'N_FOR_M':
      return reason('discount.n_for_m', { take: String(effect.take), pay: String(effect.pay) });
    case 'NTH_AT_PERCENT':
      return reason('discount.nth_at_percent', { n: String(effect.n), percent: hundredthsText(effect.percent) });
    case 'BUNDLE_PRICE':
      return reason('discount.bundle_price', { price: formatMinor(effect.price) });
    case 'SET_PERCENT':
      return reason('discount.set_percent', { percent: hundredthsText(effect.percent) });
    case 'GIFT':
      return reasonOf('discount.gift', effect.goods, { quantity: String(effect.quantity) });
    case 'TIERS':
      return reason('discount.tiers');
    case 'POINTS_FIXED':
      return reason('points.fixed', { points: formatMinor(effect.points) });
    case 'POINTS_PERCENT':
      return reason('points.percent', { percent: hundredthsText(effect.percent) });
    case 'POINTS_MULTIPLIER':
      return reason('points.multiplier', { factor: hundredthsText(effect.factor) });
    case 'POINTS_BY_TENDER':
      return reason('points.tender', { names: effect.rates.map(({ tender }) => tender).join(', ') });
    case 'COUPON_NOW':
    case 'COUPON_NEXT':
    case 'MESSAGE':
    case 'RECEIPT_TEXT':
      return reason('notice.only');
  }
}
