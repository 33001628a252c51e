import { formatMilli } from '@adal/money';
import type { Condition } from './condition';
import type { Goods } from './goods';

/** Why something happened: a key and its figures, so that each screen and till can say it in its own language. */
export interface Reason {
  key: ReasonKey;
  args: Readonly<Record<string, string>>;
  /** The goods it speaks of. */
  goods?: Goods;
  /** The condition that a member or a basket must not meet. */
  condition?: Condition;
}

export type ReasonKey =
  | 'discount.percent'
  | 'discount.amount'
  | 'discount.amount_every'
  | 'discount.fixed_price'
  | 'discount.cheapest_free'
  | 'discount.n_for_m'
  | 'discount.nth_at_percent'
  | 'discount.bundle_price'
  | 'discount.set_percent'
  | 'discount.gift'
  | 'discount.tiers'
  | 'points.fixed'
  | 'points.percent'
  | 'points.multiplier'
  | 'points.tender'
  | 'notice.only'
  | 'goods.none'
  | 'goods.no_benefit'
  | 'goods.not_discountable'
  | 'goods.min_price'
  | 'goods.not_in_set'
  | 'units.missing'
  | 'bundle.incomplete'
  | 'gift.absent'
  | 'tier.below_sum'
  | 'tier.below_quantity'
  | 'basket.sum_below'
  | 'basket.sum_above'
  | 'basket.quantity_below'
  | 'basket.quantity_above'
  | 'basket.lines_below'
  | 'basket.lines_above'
  | 'goods.sum_below'
  | 'goods.sum_above'
  | 'goods.quantity_below'
  | 'goods.quantity_above'
  | 'goods.lines_below'
  | 'goods.lines_above'
  | 'purchase.nth'
  | 'purchase.every'
  | 'purchase.not_first'
  | 'purchase.tender'
  | 'purchase.channel'
  | 'coupon.absent'
  | 'store.not_included'
  | 'schedule.not_started'
  | 'schedule.ended'
  | 'schedule.weekday'
  | 'schedule.time'
  | 'schedule.holiday'
  | 'member.unidentified'
  | 'member.gender'
  | 'member.gender_unknown'
  | 'member.city'
  | 'member.city_unknown'
  | 'member.age_below'
  | 'member.age_above'
  | 'member.birth_date_unknown'
  | 'member.birthday_far'
  | 'member.child'
  | 'member.attribute'
  | 'member.segment'
  | 'member.list'
  | 'member.registered_within'
  | 'member.registered_before'
  | 'member.registration_unknown'
  | 'member.bucket'
  | 'member.control_group'
  | 'anonymous.control_group'
  | 'history.sum_below'
  | 'history.sum_above'
  | 'history.quantity_below'
  | 'history.quantity_above'
  | 'history.receipts_below'
  | 'history.receipts_above'
  | 'history.never_bought'
  | 'history.too_recent'
  | 'history.too_long_ago'
  | 'history.not_bought'
  | 'history.has_accessory'
  | 'condition.excluded'
  | 'stacking.better'
  | 'stacking.exclusive'
  | 'limit.exhausted'
  | 'limit.no_card';

export const reason = (key: ReasonKey, args: Readonly<Record<string, string>> = {}): Reason => ({ key, args });

/** The same, about certain goods. */
export const reasonOf = (key: ReasonKey, goods: Goods, args: Readonly<Record<string, string>> = {}): Reason => ({
  key,
  args,
  goods,
});

/** Hundredths as people write them: 1250n is `12.5`. */
export const hundredthsText = (hundredths: bigint): string => formatMilli(hundredths * 10n);
