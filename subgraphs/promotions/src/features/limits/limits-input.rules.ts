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
  limits: PromotionLimits,
  definition: Definition | null,
): void {
  for (const [field, value] of Object.entries(limits) as [string, bigint | number | boolean | null][]) {
    if (typeof value === 'bigint') {
      check(value > 0n && value <= MINOR_MAX, `limits.${field}`, 'An amount above zero.');
    } else if (typeof value === 'number') {
      check(value >= 1 && value <= USES_MAX, `limits.${field}`, `From 1 to ${USES_MAX}.`);
    }
  }
  if (definition === null) return;
  const effects = effectsOf(definition);
  const gives = { money: effects.some(isDiscount), points: effects.some(givesPoints) };
  for (const field of ['moneyBudget', 'moneyPerDay', 'moneyPerHour'] as const) {
    check(limits[field] === null || gives.money, `limits.${field}`, 'It takes nothing off a price to limit.');
  }
  for (const field of ['pointsBudget', 'pointsPerDay', 'pointsPerHour'] as const) {
    check(limits[field] === null || gives.points, `limits.${field}`, 'It gives no points to limit.');
  }
  if (!limits.evenly) return;
  const { from, until } = definition.schedule;
  check(hasBudget(limits), 'limits.evenly', 'There is no budget to spread: give one.');
  check(
    from !== null && until !== null,
    'limits.evenly',
    'Only a schedule with a start and an end can be spread over.',
  );
}

/** Whether something limits what it gives altogether. */
export const hasBudget = ({ moneyBudget, pointsBudget, usesBudget }: PromotionLimits): boolean =>
  moneyBudget !== null || pointsBudget !== null || usesBudget !== null;
