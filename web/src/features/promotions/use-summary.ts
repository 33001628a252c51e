'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { useEnumLabel } from '@/ui/use-enum-label';

type Promotion = Pick<PromotionFieldsFragment, 'effect' | 'mechanic' | 'scope' | 'conditions'>;

/** What a promotion gives, and when, where and for whom, in one line of the page's language. */
export function useSummary() {
  const gives = useGives();
  const limits = useLimits();
  return {
    gives: ({ effect, mechanic, scope }: Promotion) => gives(effect, mechanic, scope),
    limits: ({ conditions }: Promotion) => limits(conditions).join(' · '),
  };
}

function useGives() {
  const t = useTranslations('promotions.summary');
  const fmt = useFmt();
  return (effect: Promotion['effect'], mechanic: string, scope: Promotion['scope']): string => {
    const named = [...scope.categories, ...scope.brands, ...scope.skus];
    const goods = named.length === 0 ? t('everything') : named.join(', ');
    if (mechanic === 'PERCENT_OFF') return t('percentOff', { percent: fmt.number(effect.percentOff ?? '0'), goods });
    if (mechanic === 'POINTS_MULTIPLIER') {
      return t('pointsMultiplier', { factor: fmt.number(effect.pointsMultiplier ?? '0'), goods });
    }
    const [amount, threshold] = [fmt.moneyWhole(effect.amountOff ?? '0'), fmt.moneyWhole(effect.basketAtLeast ?? '0')];
    return t('amountOff', { amount, threshold, goods });
  };
}

function useLimits() {
  const t = useTranslations('promotions.summary');
  const fmt = useFmt();
  const [weekday, gender] = [useEnumLabel('weekday'), useEnumLabel('gender')];
  return (conditions: Promotion['conditions']): string[] => {
    const { startsAt, endsAt, weekdays, timeFrom, timeTo, storeIds, ageFrom, ageTo, birthdayWithinDays } = conditions;
    const from = startsAt === null ? '' : fmt.dateTime(startsAt);
    const to = endsAt === null ? '' : fmt.dateTime(endsAt);
    const stores = fmt.number(storeIds.length);
    const days = fmt.number(birthdayWithinDays ?? 0);
    return [
      ...(from === '' && to === '' ? [] : [`${from} – ${to}`.trim()]),
      ...(weekdays.length === 0 ? [] : [weekdays.map((day) => weekday(String(day))).join(', ')]),
      ...(timeFrom === null && timeTo === null ? [] : [`${timeFrom ?? ''}–${timeTo ?? ''}`]),
      ...(storeIds.length === 0 ? [] : [t('stores', { count: storeIds.length, n: stores })]),
      ...(conditions.membersOnly ? [t('membersOnly')] : []),
      ...(conditions.gender === null ? [] : [gender(conditions.gender)]),
      ...(ageFrom === null && ageTo === null ? [] : [t('age', { from: ageFrom ?? 0, to: ageTo ?? '∞' })]),
      ...conditions.cities,
      ...(birthdayWithinDays === null ? [] : [t('birthday', { count: birthdayWithinDays, n: days })]),
    ];
  };
}
