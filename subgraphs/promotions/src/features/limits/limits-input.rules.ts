import type { Definition } from '@adal/engine';
import { MINOR_MAX } from '@adal/money';
import type { PromotionLimitsInput } from '../../generated/graphql';
import { effectsOf, givesPoints, isDiscount } from '../definitions';
import { NO_LIMITS, type PromotionLimits } from './limits-column';

/** The largest number of uses. */
const USES_MAX = 1_000_000_000;

/** Reads what the form says. */
export function limitsOfInput(input: PromotionLimitsInput | null | undefined): PromotionLimits {
  const given = Object.entries(input ?? {}).filter(([, value]) => value != null);
  return { ...NO_LIMITS, ...(Object.fromEntries(given) as Partial<PromotionLimits>) };
}

/** Checks each limit; a budget belongs to a promotion that can use it. */
export function checkLimits(
  check: (isRight: boolean, field: string, message: string) => void,
  { moneyBudget, pointsBudget, ...uses }: PromotionLimits,
  definition: Definition | null,
): void {
  const isAmount = (value: bigint | null): boolean => value === null || (value > 0n && value <= MINOR_MAX);
  check(isAmount(moneyBudget), 'limits.moneyBudget', 'An amount above zero.');
  check(isAmount(pointsBudget), 'limits.pointsBudget', 'Points above zero.');
  for (const [field, value] of Object.entries(uses)) {
    check(value === null || (value >= 1 && value <= USES_MAX), `limits.${field}`, `From 1 to ${USES_MAX}.`);
  }
  if (definition === null) return;
  const effects = effectsOf(definition);
  const takesMoney = moneyBudget === null || effects.some(isDiscount);
  check(takesMoney, 'limits.moneyBudget', 'It takes nothing off a price: there is no money to limit.');
  check(pointsBudget === null || effects.some(givesPoints), 'limits.pointsBudget', 'It gives no points to limit.');
}
