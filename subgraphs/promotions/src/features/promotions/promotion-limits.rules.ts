import { MINOR_MAX } from '@adal/money';
import type { PromotionLimitsInput } from '../../generated/graphql';
import type { Promotion } from './promotion.entity';

/** What of a promotion can be used up; null: without end. */
export type PromotionLimits = Pick<
  Promotion,
  | 'moneyBudgetMinor'
  | 'pointsBudgetMinor'
  | 'usesBudget'
  | 'usesPerMember'
  | 'usesPerMemberDay'
  | 'usesPerStoreDay'
  | 'usesPerCard'
>;

/** The largest number of uses. */
const USES_MAX = 1_000_000_000;

/** Reads what the form says. */
export function limitsOfInput(input: PromotionLimitsInput | null | undefined): PromotionLimits {
  return {
    moneyBudgetMinor: input?.moneyBudget ?? null,
    pointsBudgetMinor: input?.pointsBudget ?? null,
    usesBudget: input?.usesBudget ?? null,
    usesPerMember: input?.usesPerMember ?? null,
    usesPerMemberDay: input?.usesPerMemberDay ?? null,
    usesPerStoreDay: input?.usesPerStoreDay ?? null,
    usesPerCard: input?.usesPerCard ?? null,
  };
}

/** Checks each limit; a budget belongs to a mechanic that uses it. */
export function checkLimits(
  check: (isRight: boolean, field: string, message: string) => void,
  promotion: PromotionLimits,
  givesPoints: boolean,
): void {
  const { moneyBudgetMinor, pointsBudgetMinor, ...uses } = limitsAlone(promotion);
  const isAmount = (value: bigint | null): boolean => value === null || (value > 0n && value <= MINOR_MAX);
  check(isAmount(moneyBudgetMinor), 'limits.moneyBudget', 'An amount above zero.');
  check(isAmount(pointsBudgetMinor), 'limits.pointsBudget', 'Points above zero.');
  check(moneyBudgetMinor === null || !givesPoints, 'limits.moneyBudget', 'It gives points: limit those.');
  check(pointsBudgetMinor === null || givesPoints, 'limits.pointsBudget', 'It gives a discount: limit that.');
  for (const [field, value] of Object.entries(uses)) {
    check(value === null || (value >= 1 && value <= USES_MAX), `limits.${field}`, `From 1 to ${USES_MAX}.`);
  }
}

/** The limits of a promotion without the rest of it. */
export function limitsAlone(promotion: PromotionLimits): PromotionLimits {
  return {
    moneyBudgetMinor: promotion.moneyBudgetMinor,
    pointsBudgetMinor: promotion.pointsBudgetMinor,
    usesBudget: promotion.usesBudget,
    usesPerMember: promotion.usesPerMember,
    usesPerMemberDay: promotion.usesPerMemberDay,
    usesPerStoreDay: promotion.usesPerStoreDay,
    usesPerCard: promotion.usesPerCard,
  };
}
