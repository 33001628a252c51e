import { shareOf, spread, sum } from '@adal/money';
import type { Compiled } from './compile';
import type { OpenLine, Plan } from './plan';
import type { LineDiscount } from './quote-result';

/** A line after its discounts. */
export interface DiscountedLine extends OpenLine {
  discounts: LineDiscount[];
  /** What is left to pay. Never below zero. */
  leftMinor: bigint;
}

/**
 * Applies the plan: percentages by rank, each on what the one before left, then amounts by rank, spread over their lines
 * in proportion to what is left of each.
 */
export function applyDiscounts(compiled: Compiled, plan: Plan, openLines: readonly OpenLine[]): DiscountedLine[] {
  const lines = openLines.map((line) => ({ ...line, discounts: [], leftMinor: line.totalMinor }));
  const linesOf = (rank: number): DiscountedLine[] =>
    (plan.linesOf[rank] ?? []).flatMap((position) => lines[position] ?? []);
  for (const { rank, effect, promotion, because } of compiled.promotions) {
    if (effect.kind !== 'PERCENT_OFF') continue;
    for (const line of linesOf(rank)) {
      const amountMinor = shareOf(line.leftMinor, effect.percent, 'HALF_UP');
      discountLine(line, { promotionId: promotion.id, amountMinor, because });
    }
  }
  for (const { rank, promotion, effect, because } of compiled.basketOffers) {
    const targets = linesOf(rank);
    const weights = targets.map((line) => line.leftMinor);
    const leftMinor = sum(weights);
    const parts = spread(effect.amountMinor < leftMinor ? effect.amountMinor : leftMinor, weights);
    targets.forEach((line, position) => {
      discountLine(line, { promotionId: promotion.id, amountMinor: parts[position] ?? 0n, because });
    });
  }
  return lines;
}

function discountLine(line: DiscountedLine, discount: LineDiscount): void {
  if (discount.amountMinor === 0n) return;
  line.discounts.push(discount);
  line.leftMinor -= discount.amountMinor;
}
