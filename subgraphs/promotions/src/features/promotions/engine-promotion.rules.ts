import type { Effect, MemberCondition, Promotion as EnginePromotion, Schedule } from '@adal/engine';
import { invariant } from '@adal/service';
import type { PromotionContent } from './promotion.rules';

/** A saved promotion, or a draft, as the engine reads it. */
export function toEnginePromotion(promotion: PromotionContent & { id: string }): EnginePromotion {
  const { id, name, priority, exclusiveGroup, storeIds } = promotion;
  return {
    id,
    name,
    priority,
    exclusiveGroup,
    storeIds,
    schedule: scheduleOf(promotion),
    audience: { kind: 'ALL', of: audienceOf(promotion) },
    effect: effectOf(promotion),
  };
}

const MILLI_PER_HUNDREDTH = 10n;

function effectOf(promotion: PromotionContent): Effect {
  const { skus, brands, categories } = promotion;
  const scope = { skus, brands, categories };
  const { percentOffMilli, pointsMultiplierMilli, amountOffMinor, basketAtLeastMinor } = promotion;
  switch (promotion.mechanic) {
    case 'PERCENT_OFF':
      invariant(percentOffMilli !== null, 'PERCENT_OFF has a percentage');
      return { kind: 'PERCENT_OFF', scope, percent: percentOffMilli / MILLI_PER_HUNDREDTH };
    case 'POINTS_MULTIPLIER':
      invariant(pointsMultiplierMilli !== null, 'POINTS_MULTIPLIER has a multiplier');
      return { kind: 'POINTS_MULTIPLIER', scope, factor: pointsMultiplierMilli / MILLI_PER_HUNDREDTH };
    case 'AMOUNT_OFF':
      invariant(amountOffMinor !== null && basketAtLeastMinor !== null, 'AMOUNT_OFF has an amount and a threshold');
      return { kind: 'AMOUNT_OFF', scope, amountMinor: amountOffMinor, thresholdMinor: basketAtLeastMinor };
  }
}

const MINUTES_PER_DAY = 1_440;

function scheduleOf({ startsAt, endsAt, weekdays, timeFrom, timeTo }: PromotionContent): Schedule {
  const isAllDay = timeFrom === null && timeTo === null;
  return {
    from: startsAt?.getTime() ?? null,
    until: endsAt?.getTime() ?? null,
    weekdays,
    windows: isAllDay ? [] : [{ fromMinute: minuteOf(timeFrom, 0), untilMinute: minuteOf(timeTo, MINUTES_PER_DAY) }],
  };
}

function minuteOf(time: string | null, otherwise: number): number {
  if (time === null) return otherwise;
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function audienceOf({
  membersOnly,
  gender,
  ageFrom,
  ageTo,
  cities,
  birthdayWithinDays,
}: PromotionContent): MemberCondition[] {
  const conditions: MemberCondition[] = [membersOnly ? { kind: 'IDENTIFIED' } : { kind: 'EVERYONE' }];
  if (gender !== null) conditions.push({ kind: 'GENDER', gender });
  if (ageFrom !== null || ageTo !== null) conditions.push({ kind: 'AGE', from: ageFrom, to: ageTo });
  if (cities.length > 0) conditions.push({ kind: 'CITY', cities });
  if (birthdayWithinDays !== null) {
    conditions.push({ kind: 'BIRTHDAY', daysBefore: birthdayWithinDays, daysAfter: birthdayWithinDays });
  }
  return conditions;
}
