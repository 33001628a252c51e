import { spread, sum, type Minor } from '@adal/money';
import type { Basket } from './basket';
import { choosePromotions, type Choice, type Chosen } from './choose';
import type { Compiled } from './compile';
import { takeDiscounts } from './discounts';
import { Facts } from './facts';
import { earnPoints, spendableOf, type PaidLine, type PointsPart } from './points';
import { Prices } from './prices';
import type { LineDiscount, PointsNotSpendable } from './quote-result';

/** Everything that was decided about a basket, by position of its lines. */
export interface Pricing {
  __typename: 'Pricing';
  facts: Facts;
  choice: Choice;
  lines: readonly PaidLine[];
  discounts: readonly (readonly LineDiscount[])[];
  points: readonly PointsPart[];
  /** What each promotion took off, by rank. */
  taken: ReadonlyMap<number, Minor>;
  /** Points that each promotion added, by rank. */
  added: ReadonlyMap<number, Minor>;
}

/** Prices a basket with the promotions of these ranks; those that the basket does not touch may be among them or not. */
export function priceBasket(
  compiled: Compiled,
  basket: Basket,
  ranks: readonly number[],
): Pricing | PointsNotSpendable {
  const facts = new Facts(basket, compiled);
  const choice = choosePromotions(compiled, facts, ranks);
  const prices = new Prices(facts);
  const discounts: LineDiscount[][] = facts.lines.map(() => []);
  const taken = new Map<number, Minor>();
  takeDiscounts(prices, choice.chosen, ({ chosen, step }, { position, amountMinor }) => {
    const { promotion, rank } = chosen.offer;
    discounts[position]?.push({ promotionId: promotion.id, amountMinor, because: step.because });
    taken.set(rank, (taken.get(rank) ?? 0n) + amountMinor);
  });
  const lines = payWithPoints(compiled, facts, prices);
  if (lines.__typename === 'PointsNotSpendable') return lines;
  const points = earnPoints(compiled, facts, choice.chosen, lines.paid);
  const added = new Map<number, Minor>();
  for (const { chosen, pointsMinor } of points) {
    if (chosen !== null) added.set(chosen.offer.rank, (added.get(chosen.offer.rank) ?? 0n) + pointsMinor);
  }
  return { __typename: 'Pricing', facts, choice, lines: lines.paid, discounts, points, taken, added };
}

/** Whether it gave anything, or has nothing of value to give. */
export function isApplied({ taken, added }: Pricing, { offer, arm }: Chosen): boolean {
  if (arm.discounts.length + arm.points.length === 0) return true;
  return (taken.get(offer.rank) ?? 0n) > 0n || (added.get(offer.rank) ?? 0n) > 0n;
}

function payWithPoints(
  compiled: Compiled,
  facts: Facts,
  { left }: Prices,
): { __typename: 'Paid'; paid: PaidLine[] } | PointsNotSpendable {
  const { pointsToSpendMinor } = facts.basket;
  const spendable = left.map((leftMinor, position) => spendableOf(compiled, facts, position, leftMinor));
  const spendableMinor = sum(spendable);
  if (pointsToSpendMinor < 0n || pointsToSpendMinor > spendableMinor) {
    return { __typename: 'PointsNotSpendable', spendableMinor };
  }
  const spent = pointsToSpendMinor === 0n ? [] : spread(pointsToSpendMinor, spendable);
  const paid = left.map((leftMinor, position) => ({
    leftMinor,
    spendableMinor: spendable[position] ?? 0n,
    spentMinor: spent[position] ?? 0n,
  }));
  return { __typename: 'Paid', paid };
}
