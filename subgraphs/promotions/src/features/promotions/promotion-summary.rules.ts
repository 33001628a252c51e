import { formatMilli, formatMinor } from '@adal/money';
import type { PromotionContent } from './promotion.rules';

/** The promotion in one English sentence. */
export function summaryOf(promotion: PromotionContent): string {
  const parts = [
    effectText(promotion),
    goodsText(promotion),
    whenText(promotion),
    whereText(promotion),
    whomText(promotion),
    limitsText(promotion),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

function effectText(promotion: PromotionContent): string {
  switch (promotion.mechanic) {
    case 'PERCENT_OFF':
      return `${formatMilli(promotion.percentOffMilli ?? 0n)}% off`;
    case 'POINTS_MULTIPLIER':
      return `Points ×${formatMilli(promotion.pointsMultiplierMilli ?? 0n)}`;
    case 'AMOUNT_OFF':
      return `${formatMinor(promotion.amountOffMinor ?? 0n)} off from ${formatMinor(promotion.basketAtLeastMinor ?? 0n)}`;
  }
}

function goodsText({ categories, brands, skus }: PromotionContent): string {
  const lists = [
    listText('in', categories),
    listText('of', brands),
    skus.length > 0 ? `for ${skus.length === 1 ? `SKU ${skus[0]}` : `${skus.length} SKUs`}` : '',
  ].filter((text) => text !== '');
  return lists.length === 0 ? 'on all goods' : lists.join(' ');
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function whenText({ startsAt, endsAt, weekdays, timeFrom, timeTo }: PromotionContent): string {
  const day = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');
  return [
    startsAt === null ? '' : `from ${day(startsAt)} UTC`,
    endsAt === null ? '' : `until ${day(endsAt)} UTC`,
    listText(
      'on',
      weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? ''),
    ),
    timeFrom === null && timeTo === null ? '' : `at ${timeFrom ?? '00:00'}–${timeTo ?? '24:00'}`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function whereText({ storeIds }: PromotionContent): string {
  if (storeIds.length === 0) return '';
  return storeIds.length === 1 ? `in store ${storeIds[0]}` : `in ${storeIds.length} stores`;
}

function whomText({ membersOnly, gender, ageFrom, ageTo, cities, birthdayWithinDays }: PromotionContent): string {
  const who = { FEMALE: 'women', MALE: 'men', ANY: 'members' }[gender ?? 'ANY'];
  const traits = [
    ageFrom !== null && ageTo !== null ? `aged ${ageFrom} to ${ageTo}` : '',
    ageFrom !== null && ageTo === null ? `aged ${ageFrom} or more` : '',
    ageFrom === null && ageTo !== null ? `aged up to ${ageTo}` : '',
    listText('from', cities),
    birthdayWithinDays === null ? '' : `within ${birthdayWithinDays} days of the birthday`,
  ].filter((text) => text !== '');
  return traits.length === 0 && gender === null && !membersOnly ? '' : ['for', who, ...traits].join(' ');
}

function limitsText(promotion: PromotionContent): string {
  const { moneyBudgetMinor, pointsBudgetMinor, usesBudget } = promotion;
  const times = (count: number | null, whose: string): string => (count === null ? '' : `${count}× ${whose}`);
  const parts = [
    moneyBudgetMinor === null ? '' : `${formatMinor(moneyBudgetMinor)} altogether`,
    pointsBudgetMinor === null ? '' : `${formatMinor(pointsBudgetMinor)} points altogether`,
    times(usesBudget, 'altogether'),
    times(promotion.usesPerMember, 'a member'),
    times(promotion.usesPerMemberDay, 'a member and day'),
    times(promotion.usesPerStoreDay, 'a store and day'),
    times(promotion.usesPerCard, 'a card'),
  ].filter((text) => text !== '');
  return parts.length === 0 ? '' : `at most ${parts.join(', ')}`;
}

const LISTED_MAX = 3;

function listText(word: string, list: readonly string[]): string {
  if (list.length === 0) return '';
  const rest = list.length - LISTED_MAX;
  return `${word} ${list.slice(0, LISTED_MAX).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
