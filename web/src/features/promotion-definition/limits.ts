/** Budgets, and caps that count sales: what of a promotion can be used up. */
export const limitNames = [
  'moneyBudget',
  'pointsBudget',
  'usesBudget',
  'usesPerMember',
  'usesPerMemberDay',
  'usesPerStoreDay',
  'usesPerCard',
] as const;
type LimitName = (typeof limitNames)[number];

/** The limits alone, without what else came with them. */
export function limitsOf<Limits extends Record<LimitName, unknown>>(limits: Limits): Pick<Limits, LimitName> {
  const { moneyBudget, pointsBudget, usesBudget, usesPerMember, usesPerMemberDay, usesPerStoreDay, usesPerCard } =
    limits;
  return { moneyBudget, pointsBudget, usesBudget, usesPerMember, usesPerMemberDay, usesPerStoreDay, usesPerCard };
}
