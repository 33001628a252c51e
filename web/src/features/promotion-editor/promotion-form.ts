import { clockIn, instantAt } from '@/fmt/dates';
import { typedDecimal } from '@/fmt/typed-decimal';
import type { PromotionFieldsFragment, SavePromotionInput } from '@/graphql/generated/graphql';

export const mechanics = ['PERCENT_OFF', 'POINTS_MULTIPLIER', 'AMOUNT_OFF'] as const;
export type Mechanic = (typeof mechanics)[number];

/** Caps that count sales. */
export const usesFields = [
  'usesBudget',
  'usesPerMember',
  'usesPerMemberDay',
  'usesPerStoreDay',
  'usesPerCard',
] as const;

/** What keeps a cap from being saved: one that cannot be read would be no cap at all. */
export function isCap(typed: string): boolean {
  return typed.trim() === '' || (wholeNumber(typed) ?? 0) >= 1;
}

/** The form as fields hold it: text, and times on the chain's wall clock (`2026-11-22 10:00:00`). */
export interface PromotionForm {
  name: string;
  mechanic: Mechanic;
  percentOff: string;
  pointsMultiplier: string;
  amountOff: string;
  basketAtLeast: string;
  categories: string[];
  brands: string[];
  skus: string[];
  startsAt: string | null;
  endsAt: string | null;
  weekdays: string[];
  timeFrom: string;
  timeTo: string;
  storeIds: string[];
  membersOnly: boolean;
  gender: string;
  ageFrom: string;
  ageTo: string;
  cities: string[];
  birthdayWithinDays: string;
  moneyBudget: string;
  pointsBudget: string;
  usesBudget: string;
  usesPerMember: string;
  usesPerMemberDay: string;
  usesPerStoreDay: string;
  usesPerCard: string;
  priority: string;
  exclusiveGroup: string;
  receiptText: string;
}

export const blankPromotion: PromotionForm = {
  name: '',
  mechanic: 'PERCENT_OFF',
  percentOff: '',
  pointsMultiplier: '',
  amountOff: '',
  basketAtLeast: '',
  categories: [],
  brands: [],
  skus: [],
  startsAt: null,
  endsAt: null,
  weekdays: [],
  timeFrom: '',
  timeTo: '',
  storeIds: [],
  membersOnly: false,
  gender: '',
  ageFrom: '',
  ageTo: '',
  cities: [],
  birthdayWithinDays: '',
  moneyBudget: '',
  pointsBudget: '',
  usesBudget: '',
  usesPerMember: '',
  usesPerMemberDay: '',
  usesPerStoreDay: '',
  usesPerCard: '',
  priority: '100',
  exclusiveGroup: '',
  receiptText: '',
};

export function toForm(promotion: PromotionFieldsFragment, timeZone: string): PromotionForm {
  const { effect, scope, conditions, limits } = promotion;
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return {
    name: promotion.name,
    mechanic: mechanics.find((mechanic) => mechanic === promotion.mechanic) ?? 'PERCENT_OFF',
    percentOff: text(effect.percentOff),
    pointsMultiplier: text(effect.pointsMultiplier),
    amountOff: text(effect.amountOff),
    basketAtLeast: text(effect.basketAtLeast),
    ...scope,
    startsAt: wallClock(conditions.startsAt, timeZone),
    endsAt: wallClock(conditions.endsAt, timeZone),
    weekdays: conditions.weekdays.map(String),
    timeFrom: text(conditions.timeFrom),
    timeTo: text(conditions.timeTo),
    storeIds: conditions.storeIds,
    membersOnly: conditions.membersOnly,
    gender: text(conditions.gender),
    ageFrom: text(conditions.ageFrom),
    ageTo: text(conditions.ageTo),
    cities: conditions.cities,
    birthdayWithinDays: text(conditions.birthdayWithinDays),
    moneyBudget: text(limits.moneyBudget),
    pointsBudget: text(limits.pointsBudget),
    usesBudget: text(limits.usesBudget),
    usesPerMember: text(limits.usesPerMember),
    usesPerMemberDay: text(limits.usesPerMemberDay),
    usesPerStoreDay: text(limits.usesPerStoreDay),
    usesPerCard: text(limits.usesPerCard),
    priority: text(promotion.priority),
    exclusiveGroup: text(promotion.exclusiveGroup),
    receiptText: text(promotion.receiptText),
  };
}

/** What is saved and previewed; `version` is the one the form was opened with, absent for a new promotion. */
export function toInput(
  form: PromotionForm,
  id: string,
  version: number | undefined,
  timeZone: string,
): SavePromotionInput {
  return {
    id,
    version,
    name: form.name.trim(),
    mechanic: form.mechanic,
    effect: effectOf(form),
    scope: { categories: form.categories, brands: form.brands, skus: form.skus },
    conditions: {
      startsAt: instant(form.startsAt, timeZone),
      endsAt: instant(form.endsAt, timeZone),
      weekdays: form.weekdays.map(Number).sort(),
      timeFrom: form.timeFrom.slice(0, 5) || undefined,
      timeTo: form.timeTo.slice(0, 5) || undefined,
      storeIds: form.storeIds,
      membersOnly: form.membersOnly,
      gender: form.gender || undefined,
      ageFrom: wholeNumber(form.ageFrom),
      ageTo: wholeNumber(form.ageTo),
      cities: form.cities,
      birthdayWithinDays: wholeNumber(form.birthdayWithinDays),
    },
    limits: limitsOf(form),
    priority: wholeNumber(form.priority),
    exclusiveGroup: form.exclusiveGroup.trim() || undefined,
    receiptText: form.receiptText.trim() || undefined,
  };
}

/** The field of the form that a path of the graph is about: `effect.percentOff` → `percentOff`. */
export function fieldOf(path: string): keyof PromotionForm | undefined {
  const last =
    path
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  return last in blankPromotion ? (last as keyof PromotionForm) : undefined;
}

function effectOf(form: PromotionForm) {
  if (form.mechanic === 'PERCENT_OFF') return { percentOff: typedDecimal(form.percentOff) || undefined };
  if (form.mechanic === 'POINTS_MULTIPLIER')
    return { pointsMultiplier: typedDecimal(form.pointsMultiplier) || undefined };
  return {
    amountOff: typedDecimal(form.amountOff) || undefined,
    basketAtLeast: typedDecimal(form.basketAtLeast) || undefined,
  };
}

// A budget of money belongs to a discount, a budget of points to points.
function limitsOf(form: PromotionForm) {
  const givesPoints = form.mechanic === 'POINTS_MULTIPLIER';
  return {
    moneyBudget: givesPoints ? undefined : typedDecimal(form.moneyBudget) || undefined,
    pointsBudget: givesPoints ? typedDecimal(form.pointsBudget) || undefined : undefined,
    ...Object.fromEntries(usesFields.map((field) => [field, wholeNumber(form[field])])),
  };
}

function wallClock(at: string | null, timeZone: string): string | null {
  if (at === null) return null;
  const { date, time } = clockIn(timeZone, at);
  return `${date} ${time}`;
}

function instant(clock: string | null, timeZone: string): string | undefined {
  if (clock === null || clock === '') return undefined;
  return instantAt(timeZone, clock.slice(0, 10), clock.slice(11, 16) || '00:00');
}

function wholeNumber(typed: string): number | undefined {
  const value = Number(typedDecimal(typed));
  return typed.trim() === '' || !Number.isInteger(value) ? undefined : value;
}
