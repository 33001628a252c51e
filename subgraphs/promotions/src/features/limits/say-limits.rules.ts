import type { Language } from '@adal/engine';
import { formatMinor } from '@adal/money';
import type { PromotionLimits } from './limits-column';

/** Limits in sentences, one for each that is set. */
export function sayLimits(limits: PromotionLimits, language: Language): string[] {
  return (Object.keys(SENTENCES) as (keyof PromotionLimits)[]).flatMap((key) => {
    const value = limits[key];
    if (value === null || value === false) return [];
    const figure = typeof value === 'bigint' ? formatMinor(value) : String(value);
    return SENTENCES[key][PLACES[language]].replace('{}', figure);
  });
}

const PLACES: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, kk: 2 };

const SENTENCES: Record<keyof PromotionLimits, readonly [en: string, ru: string, kk: string]> = {
  moneyBudget: ['Discounts of {} altogether.', 'Скидок всего на {}.', 'Барлығы {} жеңілдік.'],
  pointsBudget: ['{} points altogether.', 'Баллов всего: {}.', 'Барлығы {} ұпай.'],
  usesBudget: ['{} sales altogether.', 'Всего покупок: {}.', 'Барлығы {} сатып алу.'],
  usesPerMember: ['{} a member.', 'На участника: {}.', 'Бір қатысушыға: {}.'],
  usesPerMemberDay: ['{} a member and day.', 'На участника в день: {}.', 'Бір қатысушыға күніне: {}.'],
  usesPerStoreDay: ['{} a store and day.', 'На магазин в день: {}.', 'Бір дүкенге күніне: {}.'],
  usesPerCard: ['{} a card.', 'На карту: {}.', 'Бір картаға: {}.'],
  moneyPerDay: ['Discounts of {} a day.', 'Скидок в день на {}.', 'Күніне {} жеңілдік.'],
  pointsPerDay: ['{} points a day.', 'Баллов в день: {}.', 'Күніне {} ұпай.'],
  usesPerDay: ['{} sales a day.', 'Покупок в день: {}.', 'Күніне {} сатып алу.'],
  moneyPerHour: ['Discounts of {} an hour.', 'Скидок в час на {}.', 'Сағатына {} жеңілдік.'],
  pointsPerHour: ['{} points an hour.', 'Баллов в час: {}.', 'Сағатына {} ұпай.'],
  usesPerHour: ['{} sales an hour.', 'Покупок в час: {}.', 'Сағатына {} сатып алу.'],
  evenly: ['Spread evenly over its days.', 'Поровну на каждый день.', 'Күндерге тең бөлінеді.'],
};
