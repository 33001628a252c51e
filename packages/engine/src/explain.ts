import type { Basket } from './basket';
import { checkBasket } from './check-basket';
import type { Compiled } from './compile';
import { isApplied, priceBasket, type Pricing } from './price-basket';
import { toPricedBasket } from './quote';
import type { NotAppliedPromotion, PointsNotSpendable, PricedBasket } from './quote-result';
import { reason, type Reason } from './reason';

/** A quote with its full trace: every promotion is accounted for, and every line by every promotion on its goods. */
export interface Explanation {
  __typename: 'Explanation';
  priced: PricedBasket;
  lines: LineTrace[];
  /** Promotions that the basket does not touch, with what they ask for. */
  untouched: NotAppliedPromotion[];
}

export interface LineTrace {
  lineNo: number;
  /** Promotions on the goods of the line that gave it nothing. */
  missed: { promotionId: string; because: Reason }[];
}

/** Prices a basket as `quote` does, and says of each line what did not apply to it and why. For screens, not for tills. */
export function explain(compiled: Compiled, basket: Basket): Explanation | PointsNotSpendable {
  const fault = checkBasket(basket.lines);
  if (fault !== null) throw new RangeError(fault.message);
  const touched = compiled.index.touchedBy(basket);
  const pricing = priceBasket(compiled, basket, touched);
  if (pricing.__typename === 'PointsNotSpendable') return pricing;
  const priced = toPricedBasket(compiled, pricing);
  const untouched = untouchedBut(compiled, touched);
  const failures = new Map(
    [...priced.notApplied, ...untouched].map(({ promotionId, because }) => [promotionId, because]),
  );
  const lines = pricing.facts.lines
    .map(({ line }, position) => ({ lineNo: line.lineNo, missed: missedBy(compiled, pricing, failures, position) }))
    .sort((left, right) => left.lineNo - right.lineNo);
  return { __typename: 'Explanation', priced, lines, untouched };
}

/** Promotions that the basket does not touch, with what they ask for: what `quote` leaves out of its answer. */
export function untouchedBy(compiled: Compiled, basket: Basket): NotAppliedPromotion[] {
  return untouchedBut(compiled, compiled.index.touchedBy(basket));
}

function untouchedBut(compiled: Compiled, touched: readonly number[]): NotAppliedPromotion[] {
  const isTouched = new Set(touched);
  return compiled.promotions.flatMap((offer) => (isTouched.has(offer.rank) ? [] : offer.untouched));
}

const NOT_DISCOUNTABLE = reason('goods.not_discountable');
const MIN_PRICE = reason('goods.min_price');
const NOT_IN_SET = reason('goods.not_in_set');
const NO_BENEFIT = reason('goods.no_benefit');

function missedBy(
  compiled: Compiled,
  pricing: Pricing,
  failures: ReadonlyMap<string, Reason>,
  position: number,
): LineTrace['missed'] {
  const heldOut = new Set(pricing.choice.heldOut.map(({ offer }) => offer.rank));
  const missed: LineTrace['missed'] = [];
  for (const { rank, promotion, arms } of compiled.promotions) {
    const goods = arms.flatMap((arm) => [
      ...arm.discounts.flatMap((step) => step.goods),
      ...arm.points.map((step) => step.goods),
    ]);
    if (heldOut.has(rank) || !goods.some((id) => pricing.facts.positionsOf(id).includes(position))) continue;
    const because = failures.get(promotion.id) ?? whyNotHere(pricing, rank, promotion.id, position);
    if (because !== null) missed.push({ promotionId: promotion.id, because });
  }
  return missed;
}

/** Of a promotion that applies, though perhaps not to this line. */
function whyNotHere(pricing: Pricing, rank: number, promotionId: string, position: number): Reason | null {
  const { choice, discounts, points, facts, lines } = pricing;
  const chosen = choice.chosen.find(({ offer }) => offer.rank === rank);
  if (chosen === undefined || !isApplied(pricing, chosen)) return null;
  const isDiscounted = discounts[position]?.some((discount) => discount.promotionId === promotionId) === true;
  if (
    isDiscounted ||
    points.some((part) => part.position === position && part.chosen?.offer.rank === rank && part.pointsMinor > 0n)
  )
    return null;
  const winner = choice.lostLines.get(rank)?.get(position);
  if (winner !== undefined) return reason('stacking.better', { by: winner.promotion.name });
  if (facts.lines[position]?.line.notDiscountable === true) return NOT_DISCOUNTABLE;
  if (lines[position]?.leftMinor === facts.lines[position]?.floorMinor) return MIN_PRICE;
  return chosen.arm.isJoint ? NOT_IN_SET : NO_BENEFIT;
}
