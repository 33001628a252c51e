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
}

export const NO_LIMITS: PromotionLimits = {
  moneyBudget: null,
  pointsBudget: null,
  usesBudget: null,
  usesPerMember: null,
  usesPerMemberDay: null,
  usesPerStoreDay: null,
  usesPerCard: null,
};

type StoredLimits = Record<string, string | number | null>;

/** Limits as JSON: amounts are decimal strings, and what is absent is without end. */
export const limitsColumn = {
  to: (limits: PromotionLimits): StoredLimits =>
    Object.fromEntries(
      Object.entries(limits).map(([key, value]) => [
        key,
        typeof value === 'bigint' ? formatMinor(value) : (value as string | number | null),
      ]),
    ),
  from: (stored: StoredLimits): PromotionLimits => ({
    ...NO_LIMITS,
    ...Object.fromEntries(
      Object.entries(stored).map(([key, value]) => [key, typeof value === 'string' ? parseDecimal(value, 2) : value]),
    ),
  }),
};
