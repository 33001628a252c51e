import { formatMilli, formatMinor, shareOf, spread, sum } from '@adal/money';
import { quantityOf, sumOf } from './basket-checks';
import type { DiscountStep } from './compile-discount';
import type { Discount, Tier } from './effect';
import type { Facts, GoodsId } from './facts';
import { least } from './prices';
import { hundredthsText, reasonOf, type Reason } from './reason';

/** The highest step that the shelf price or the quantity of the goods reaches. */
export function tiers({ goods, by, steps }: Extract<Discount, { kind: 'TIERS' }>, id: GoodsId): DiscountStep {
  const measure = (facts: Facts): bigint => (by === 'SUM' ? sumOf : quantityOf)(facts, facts.positionsOf(id));
  const text = by === 'SUM' ? formatMinor : formatMilli;
  const missing = (facts: Facts): Reason | null => {
    const reached = measure(facts);
    const step = steps.find(({ from }) => from > reached);
    if (step === undefined) return null;
    const { percent, amount } = step;
    return reasonOf(by === 'SUM' ? 'tier.below_sum' : 'tier.below_quantity', goods, {
      missing: text(step.from - reached),
      threshold: text(step.from),
      gives: percent !== null ? `${hundredthsText(percent)}%` : formatMinor(amount ?? 0n),
    });
  };
  return {
    goods: [id],
    isJoint: true,
    wish({ facts, parts: [positions = []], allowance }) {
      const step = highest(steps, measure(facts));
      if (step === undefined) return [];
      const { percent, amount } = step;
      const rooms = positions.map((position) => allowance.room(position));
      const parts = amount === null ? [] : spread(least(amount, sum(rooms)), rooms);
      return positions.map((position, index) => ({
        position,
        amountMinor: percent === null ? (parts[index] ?? 0n) : shareOf(allowance.left(position), percent, 'HALF_UP'),
      }));
    },
    missing: (facts) => (highest(steps, measure(facts)) === undefined ? missing(facts) : null),
    next: missing,
  };
}

function highest(steps: readonly Tier[], reached: bigint): Tier | undefined {
  return steps.findLast(({ from }) => from <= reached);
}
