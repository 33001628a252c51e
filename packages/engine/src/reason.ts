/** Why something happened: a key and its figures, so that each screen and till can say it in its own language. */
export interface Reason {
  key: ReasonKey;
  args: Readonly<Record<string, string>>;
}

export type ReasonKey =
  | 'discount.percent'
  | 'discount.amount'
  | 'points.multiplier'
  | 'goods.none'
  | 'goods.no_benefit'
  | 'basket.below_threshold'
  | 'schedule.not_started'
  | 'schedule.ended'
  | 'schedule.weekday'
  | 'schedule.time'
  | 'store.not_included'
  | 'member.unidentified'
  | 'member.gender'
  | 'member.gender_unknown'
  | 'member.city'
  | 'member.city_unknown'
  | 'member.age_below'
  | 'member.age_above'
  | 'member.birth_date_unknown'
  | 'member.birthday_far'
  | 'member.excluded'
  | 'stacking.better'
  | 'limit.exhausted'
  | 'limit.no_card';

export const reason = (key: ReasonKey, args: Readonly<Record<string, string>> = {}): Reason => ({ key, args });
