import type { Definition } from '@adal/engine';
import { effectsOf, givesPoints, isDiscount } from '../definitions';
import type { PromotionLimits } from '../limits';
import type { Programme } from '../programme';

type Thresholds = Pick<Programme, 'approvalMoneyMinor' | 'approvalPointsMinor'>;

/** Whether publishing needs a second person: it may give more than the programme lets one person decide, or has no end to it. */
export function needsApproval(
  { approvalMoneyMinor, approvalPointsMinor }: Thresholds,
  definition: Definition,
  { moneyBudget, pointsBudget }: PromotionLimits,
): boolean {
  const effects = effectsOf(definition);
  const isAbove = (budget: bigint | null, threshold: bigint | null): boolean =>
    threshold !== null && (budget === null || budget > threshold);
  return (
    (effects.some(isDiscount) && isAbove(moneyBudget, approvalMoneyMinor)) ||
    (effects.some(givesPoints) && isAbove(pointsBudget, approvalPointsMinor))
  );
}
