import { formatMinor, parseDecimal } from '@adal/money';

/** What of a promotion can be used up; null: without end. Amounts in minor units. */
export interface PromotionLimits {
  moneyBudget: bigint | null;
  pointsBudget: bigint | null;
  usesBudget: number | null;
  usesPerMember: number | null;
  /** On one day of the store. */
  usesPerMemberDay: number | null;
  usesPerStoreDay: number | null;
  usesPerCard: number | null;
  /** On one day of the store, by all. */
  moneyPerDay: bigint | null;
  pointsPerDay: bigint | null;
  usesPerDay: number | null;
  /** In one hour of the store, by all. */
  moneyPerHour: bigint | null;
  pointsPerHour: bigint | null;
  usesPerHour: number | null;
  /** Each day of the schedule has its equal part of the budgets. */
  evenly: boolean;
}

export const NO_LIMITS: PromotionLimits = {
  moneyBudget: null,
  pointsBudget: null,
  usesBudget: null,
  usesPerMember: null,
  usesPerMemberDay: null,
  usesPerStoreDay: null,
  usesPerCard: null,
  moneyPerDay: null,
  pointsPerDay: null,
  usesPerDay: null,
  moneyPerHour: null,
  pointsPerHour: null,
  usesPerHour: null,
  evenly: false,
};

type StoredLimits = Record<string, string | number | boolean | null>;

/** Limits as JSON: amounts are decimal strings, and what is absent is without end. */
export const limitsColumn = {
  to: (limits: PromotionLimits): StoredLimits =>
    Object.fromEntries(
      Object.entries(limits).map(([key, value]) => [
        key,
        typeof value === 'bigint' ? formatMinor(value) : (value as number | boolean | null),
      ]),
    ),
  from: (stored: StoredLimits): PromotionLimits => ({
    ...NO_LIMITS,
    ...Object.fromEntries(
      Object.entries(stored).map(([key, value]) => [key, typeof value === 'string' ? parseDecimal(value, 2) : value]),
    ),
  }),
};
