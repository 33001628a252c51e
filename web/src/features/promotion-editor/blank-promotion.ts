import { typedDecimal } from '@/fmt/typed-decimal';

export const mechanics = ['PERCENT_OFF', 'POINTS_MULTIPLIER', 'AMOUNT_OFF'] as const;
export type Mechanic = (typeof mechanics)[number];

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
  /** Kept as it is; absent: ten per cent of the members. */
  holdout?: unknown;
  /** The definition as JSON, when it says more than the fields can. */
  json?: string | undefined;
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

/** What was typed, as a number; undefined when it is none. */
export function wholeNumber(typed: string): number | undefined {
  const value = Number(typedDecimal(typed));
  return typed.trim() === '' || !Number.isInteger(value) ? undefined : value;
}
