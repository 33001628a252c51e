import type { Chosen } from './choose';
import type { ArmDiscount } from './compile-arm';
import { Allowance, type Prices, type Take } from './prices';

/** A discount about to be taken. */
export interface Turn {
  chosen: Chosen;
  step: ArmDiscount;
  allowance: Allowance;
}

/**
 * Takes the discounts one after another, each from what the one before left: by priority, then new prices, sets, percentages
 * and amounts, then by id. Tells `taken` of every one.
 */
export function takeDiscounts(
  prices: Prices,
  chosen: readonly Chosen[],
  taken: (turn: Turn, take: Take) => void,
): void {
  for (const turn of turnsOf(prices, chosen)) {
    const { step, allowance } = turn;
    const { facts } = prices;
    const parts = step.goods.map((id) => allowedOf(facts.discountable(id), turn.chosen.allowed));
    if (parts.every((positions) => positions.length === 0)) continue;
    for (const take of allowance.take(step.wish({ facts, parts, allowance }))) taken(turn, take);
  }
}

export function allowedOf(positions: readonly number[], allowed: ReadonlySet<number> | null): readonly number[] {
  return allowed === null ? positions : positions.filter((position) => allowed.has(position));
}

function turnsOf(prices: Prices, chosen: readonly Chosen[]): Turn[] {
  const turns: Turn[] = [];
  for (const one of chosen) {
    const { discounts } = one.arm;
    if (discounts.length === 0) continue;
    const allowance = new Allowance(prices, one.offer.promotion.caps);
    for (const step of discounts) turns.push({ chosen: one, step, allowance });
  }
  return turns.length > 1 ? turns.sort(byTurn) : turns;
}

/** Ranks follow priority, then id. */
function byTurn(left: Turn, right: Turn): number {
  const [leftOffer, rightOffer] = [left.chosen.offer, right.chosen.offer];
  return (
    rightOffer.promotion.priority - leftOffer.promotion.priority ||
    left.step.phase - right.step.phase ||
    leftOffer.rank - rightOffer.rank ||
    left.step.index - right.step.index
  );
}
