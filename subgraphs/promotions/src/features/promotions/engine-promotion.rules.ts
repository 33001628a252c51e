import type { Condition, Effect, Goods, Promotion as EnginePromotion, Schedule } from '@adal/engine';
import { invariant } from '@adal/service';
import type { PromotionContent } from './promotion.rules';

/** A saved promotion, or a draft, as the engine reads it. */
export function toEnginePromotion(promotion: PromotionContent & { id: string; version: number }): EnginePromotion {
  const { id, version, name, priority, exclusiveGroup } = promotion;
  const conditions = conditionsOf(promotion);
  return {
    id,
    version,
    name,
    priority,
    stacking: exclusiveGroup === null ? null : { group: exclusiveGroup, mode: 'BEST' },
    schedule: scheduleOf(promotion),
    condition: conditions.length === 0 ? null : { kind: 'ALL', of: conditions },
    effects: [effectOf(promotion)],
    caps: { line: NO_CAP, basket: NO_CAP, pointsPerBasket: null, usesPerBasket: null },
    holdout: null,
    variants: [],
  };
}

const NO_CAP = { amount: null, percent: null };
const MILLI_PER_HUNDREDTH = 10n;

function effectOf(promotion: PromotionContent): Effect {
  const goods = goodsOf(promotion);
  const { percentOffMilli, pointsMultiplierMilli, amountOffMinor } = promotion;
  switch (promotion.mechanic) {
    case 'PERCENT_OFF':
      invariant(percentOffMilli !== null, 'PERCENT_OFF has a percentage');
      return { kind: 'PERCENT', goods, percent: percentOffMilli / MILLI_PER_HUNDREDTH };
    case 'POINTS_MULTIPLIER': {
      invariant(pointsMultiplierMilli !== null, 'POINTS_MULTIPLIER has a multiplier');
      const factor = pointsMultiplierMilli / MILLI_PER_HUNDREDTH;
      return { kind: 'POINTS_MULTIPLIER', goods, factor, activationDays: null, lifetimeDays: null };
    }
    case 'AMOUNT_OFF':
      invariant(amountOffMinor !== null, 'AMOUNT_OFF has an amount');
      return { kind: 'AMOUNT_OFF', goods, amount: amountOffMinor, every: null };
  }
}

/** The goods that meet every list. */
function goodsOf({ skus, brands, categories }: PromotionContent): Goods {
  const lists: Goods[] = [];
  if (skus.length > 0) lists.push({ kind: 'SKU', in: skus });
  if (brands.length > 0) lists.push({ kind: 'BRAND', in: brands });
  if (categories.length > 0) lists.push({ kind: 'CATEGORY', in: categories });
  const [only] = lists;
  if (only === undefined) return { kind: 'EVERYTHING' };
  return lists.length === 1 ? only : { kind: 'ALL', of: lists };
}

const MINUTES_PER_DAY = 1_440;

function scheduleOf({ startsAt, endsAt, weekdays, timeFrom, timeTo }: PromotionContent): Schedule {
  const isAllDay = timeFrom === null && timeTo === null;
  return {
    from: startsAt?.getTime() ?? null,
    until: endsAt?.getTime() ?? null,
    weekdays,
    hours: isAllDay ? [] : [{ from: minuteOf(timeFrom, 0), until: minuteOf(timeTo, MINUTES_PER_DAY) }],
  };
}

function minuteOf(time: string | null, otherwise: number): number {
  if (time === null) return otherwise;
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function conditionsOf(promotion: PromotionContent): Condition[] {
  const { storeIds, membersOnly, gender, ageFrom, ageTo, cities, birthdayWithinDays, basketAtLeastMinor } = promotion;
  const conditions: Condition[] = [];
  if (storeIds.length > 0) conditions.push({ kind: 'STORE', storeIds, cities: [], banners: [], brands: [] });
  if (membersOnly) conditions.push({ kind: 'IDENTIFIED' });
  if (gender !== null) conditions.push({ kind: 'GENDER', gender });
  if (ageFrom !== null || ageTo !== null) conditions.push({ kind: 'AGE', from: ageFrom, to: ageTo });
  if (cities.length > 0) conditions.push({ kind: 'CITY', in: cities });
  if (birthdayWithinDays !== null) {
    conditions.push({ kind: 'BIRTHDAY', daysBefore: birthdayWithinDays, daysAfter: birthdayWithinDays });
  }
  if (basketAtLeastMinor !== null) {
    const goods = goodsOf(promotion);
    conditions.push({ kind: 'LINES', goods, measure: 'SUM', atLeast: basketAtLeastMinor, atMost: null });
  }
  return conditions;
}
