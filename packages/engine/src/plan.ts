import { formatMinor } from '@adal/money';
import type { Basket, BasketLine } from './basket';
import { benefitOn, Claims, type BasketOffer } from './claims';
import type { Compiled, CompiledPromotion } from './compile';
import { reason, type Reason } from './reason';

/** A line with what the plan is made from. */
export interface OpenLine {
  line: BasketLine;
  /** Shelf price of the line. */
  totalMinor: bigint;
  /** Whether the programme gives points for it. */
  earns: boolean;
}

/** Which promotion applies to which lines, decided on shelf prices alone. */
export interface Plan {
  /** Positions of a promotion's lines, by rank; undefined when it applies to none. */
  linesOf: readonly (readonly number[] | undefined)[];
  /** Why a promotion applies to none. */
  whyNot(promotion: CompiledPromotion): Reason;
}

/** Touched, allowed, and yet nothing came of it. */
const NO_BENEFIT = reason('goods.no_benefit');
const NO_GOODS = reason('goods.none');

/** Chooses the promotions. Within an exclusive group a line goes to what gives the member most. */
export function planPromotions(compiled: Compiled, basket: Basket, lines: readonly OpenLine[]): Plan {
  const touched = touchedLines(compiled, lines);
  const failures: (Reason | undefined)[] = [];
  const refusalOf = (offer: CompiledPromotion): Reason | null =>
    offer.check(basket) ?? basket.withheld?.get(offer.promotion.id) ?? null;
  const claims = new Claims(lines);
  for (const offer of compiled.lineOffers) {
    const positions = touched[offer.rank] ?? [];
    const failure = positions.length === 0 ? NO_GOODS : refusalOf(offer);
    if (failure !== null) failures[offer.rank] = failure;
    else claimEach(claims, offer, positions, lines);
  }
  const basketOffers: BasketOffer[] = [];
  for (const offer of compiled.basketOffers) {
    const positions = touched[offer.rank] ?? [];
    const reachedMinor = totalOf(positions, lines);
    const failure =
      positions.length === 0
        ? NO_GOODS
        : (refusalOf(offer) ?? checkThreshold(offer.effect.thresholdMinor, reachedMinor));
    if (failure !== null) failures[offer.rank] = failure;
    else basketOffers.push({ offer, positions, benefitMinor: least(offer.effect.amountMinor, reachedMinor) });
  }
  for (const basketOffer of basketOffers.sort(byBenefit)) claims.claimAll(basketOffer);
  return {
    linesOf: claims.settle(),
    whyNot: (promotion) => failures[promotion.rank] ?? lostTo(claims.winnerOver(promotion)),
  };
}

/** By rank. Promotions for the whole basket share one list. */
function touchedLines(compiled: Compiled, lines: readonly OpenLine[]): (readonly number[] | undefined)[] {
  const touched: (number[] | undefined)[] = [];
  lines.forEach(({ line }, position) => {
    compiled.index.match(line, (rank) => {
      const positions = touched[rank];
      if (positions === undefined) touched[rank] = [position];
      else if (positions.at(-1) !== position) positions.push(position);
    });
  });
  const all = [...lines.keys()];
  for (const { rank } of compiled.wholeBasket) touched[rank] = all;
  return touched;
}

function claimEach(
  claims: Claims,
  offer: CompiledPromotion,
  positions: readonly number[],
  lines: readonly OpenLine[],
): void {
  for (const position of positions) {
    const line = lines[position];
    if (line !== undefined && benefitOn(offer, line) > 0n) claims.claimLine(offer, position);
  }
}

function totalOf(positions: readonly number[], lines: readonly OpenLine[]): bigint {
  let total = 0n;
  for (const position of positions) total += lines[position]?.totalMinor ?? 0n;
  return total;
}

function checkThreshold(thresholdMinor: bigint, reachedMinor: bigint): Reason | null {
  if (reachedMinor >= thresholdMinor) return null;
  const missing = formatMinor(thresholdMinor - reachedMinor);
  return reason('basket.below_threshold', { missing, threshold: formatMinor(thresholdMinor) });
}

function lostTo(winner: CompiledPromotion | undefined): Reason {
  return winner === undefined ? NO_BENEFIT : reason('stacking.better', { by: winner.promotion.name });
}

const least = (left: bigint, right: bigint): bigint => (left < right ? left : right);

function byBenefit(left: BasketOffer, right: BasketOffer): number {
  if (left.benefitMinor !== right.benefitMinor) return left.benefitMinor > right.benefitMinor ? -1 : 1;
  return left.offer.rank - right.offer.rank;
}
