import { sum } from '@adal/money';
import type { Basket } from './basket';
import { checkBasket } from './check-basket';
import { missingOf, type Chosen } from './choose';
import type { Compiled } from './compile';
import { pointDates, grantsOf } from './grants';
import { isApplied, priceBasket, type Pricing } from './price-basket';
import type { PointsPart } from './points';
import type { AppliedPromotion, NotAppliedPromotion, PricedBasket, PricedLine, QuoteResult } from './quote-result';
import { reason, type Reason } from './reason';

/**
 * Prices a basket: discounts, points to pay with, points earned, and why each promotion that it touches did or did not
 * apply. Pure: the same basket gets the same answer everywhere, whatever the order of its lines. Throws RangeError on a
 * basket that `checkBasket` refuses.
 */
export function quote(compiled: Compiled, basket: Basket): QuoteResult {
  const fault = checkBasket(basket.lines);
  if (fault !== null) throw new RangeError(fault.message);
  const pricing = priceBasket(compiled, basket, compiled.index.touchedBy(basket));
  return pricing.__typename === 'Pricing' ? toPricedBasket(compiled, pricing) : pricing;
}

export function toPricedBasket(compiled: Compiled, pricing: Pricing): PricedBasket {
  const { facts, choice } = pricing;
  const points = pointsByLine(pricing);
  const priced = facts.lines.map((_, position) => toPricedLine(pricing, position, points[position] ?? []));
  const applied = choice.chosen.filter((one) => isApplied(pricing, one));
  return {
    __typename: 'PricedBasket',
    lines: priced.sort((left, right) => left.lineNo - right.lineNo),
    ...totalsOf(priced),
    ...pointDates(compiled, facts.basket.at),
    grants: grantsOf(compiled, pricing),
    applied: applied.map((one) => toApplied(pricing, one)),
    notApplied: notAppliedOf(compiled, pricing),
    heldOut: choice.heldOut.map(({ offer, arm, because }) => ({ ...toEntry(offer), because, wouldGive: arm.because })),
    notices: applied.flatMap(({ offer, arm }) =>
      arm.notices.map((notice) => ({ promotionId: offer.promotion.id, notice })),
    ),
  };
}

function pointsByLine({ facts, points }: Pricing): PointsPart[][] {
  const byLine: PointsPart[][] = facts.lines.map(() => []);
  for (const part of points) if (part.pointsMinor > 0n) byLine[part.position]?.push(part);
  return byLine;
}

function toPricedLine(
  { facts, lines, discounts }: Pricing,
  position: number,
  earned: readonly PointsPart[],
): PricedLine {
  const open = facts.lines[position];
  const paid = lines[position];
  if (open === undefined || paid === undefined) throw new RangeError('Every line is priced.');
  const { lineNo, sku, quantityMilli, priceMinor } = open.line;
  const own = discounts[position] ?? [];
  const promotionIds = own.map(({ promotionId }) => promotionId);
  for (const { chosen } of earned) if (chosen !== null) promotionIds.push(chosen.offer.promotion.id);
  return {
    lineNo,
    sku,
    quantityMilli,
    priceMinor,
    totalMinor: open.totalMinor,
    discounts: [...own],
    discountMinor: open.totalMinor - paid.leftMinor,
    pointsSpendableMinor: paid.spendableMinor,
    pointsSpentMinor: paid.spentMinor,
    payableMinor: paid.leftMinor - paid.spentMinor,
    pointsEarnedMinor: sum(earned.map(({ pointsMinor }) => pointsMinor)),
    promotionIds: [...new Set(promotionIds)],
  };
}

function totalsOf(lines: readonly PricedLine[]) {
  return {
    totalMinor: sum(lines.map((line) => line.totalMinor)),
    discountMinor: sum(lines.map((line) => line.discountMinor)),
    pointsSpendableMinor: sum(lines.map((line) => line.pointsSpendableMinor)),
    pointsSpentMinor: sum(lines.map((line) => line.pointsSpentMinor)),
    payableMinor: sum(lines.map((line) => line.payableMinor)),
    pointsEarnedMinor: sum(lines.map((line) => line.pointsEarnedMinor)),
  };
}

const toEntry = ({ promotion: { id, version, name } }: Chosen['offer']) => ({ promotionId: id, version, name });

function toApplied(pricing: Pricing, { offer, arm }: Chosen): AppliedPromotion {
  const { facts, taken, added } = pricing;
  let next: Reason | null = null;
  for (const step of arm.discounts) next ??= step.next(facts);
  return {
    ...toEntry(offer),
    variant: arm.variant,
    discountMinor: taken.get(offer.rank) ?? 0n,
    pointsEarnedMinor: added.get(offer.rank) ?? 0n,
    pointsByLine: pointsByLineOf(pricing, offer.rank),
    because: arm.because,
    next,
    couponCodes: offer.couponPools.flatMap((pool) => firstCode(facts.basket, pool)),
  };
}

/** All that its effects added to each line. */
function pointsByLineOf({ facts, points }: Pricing, rank: number): Map<number, bigint> {
  const byLine = new Map<number, bigint>();
  for (const { chosen, position, pointsMinor } of points) {
    const lineNo = facts.lines[position]?.line.lineNo;
    if (chosen?.offer.rank !== rank || lineNo === undefined || pointsMinor === 0n) continue;
    byLine.set(lineNo, (byLine.get(lineNo) ?? 0n) + pointsMinor);
  }
  return byLine;
}

/** A promotion uses up one coupon of a pool, whatever the order in which they were shown. */
function firstCode({ coupons }: Basket, pool: string): string[] {
  const codes = coupons.filter(({ poolId }) => poolId === pool).map(({ code }) => code);
  return codes.sort().slice(0, 1);
}

/** By rank. */
function notAppliedOf(compiled: Compiled, pricing: Pricing): NotAppliedPromotion[] {
  const { choice } = pricing;
  const reasons = new Map<number, { because: Reason; wouldGive: Reason | null }>();
  for (const [rank, because] of choice.failures) {
    reasons.set(rank, { because, wouldGive: compiled.promotions[rank]?.untouched.wouldGive ?? null });
  }
  for (const one of choice.chosen) {
    if (isApplied(pricing, one)) continue;
    reasons.set(one.offer.rank, { because: whyNothing(pricing, one), wouldGive: one.arm.because });
  }
  return [...reasons]
    .sort(([left], [right]) => left - right)
    .flatMap(([rank, texts]) => {
      const offer = compiled.promotions[rank];
      return offer === undefined ? [] : [{ ...toEntry(offer), ...texts }];
    });
}

const NO_BENEFIT = reason('goods.no_benefit');
const NOT_DISCOUNTABLE = reason('goods.not_discountable');
const MIN_PRICE = reason('goods.min_price');

/** Allowed on goods that are there, and yet nothing came of it. */
function whyNothing({ facts, lines }: Pricing, { arm }: Chosen): Reason {
  const positions = arm.discounts.flatMap(({ goods }) => goods.flatMap((id) => facts.positionsOf(id)));
  const missing = missingOf(arm, facts);
  if (missing !== null || positions.length === 0) return missing ?? NO_BENEFIT;
  if (positions.every((position) => facts.lines[position]?.line.notDiscountable === true)) return NOT_DISCOUNTABLE;
  const isAtFloor = (position: number): boolean => lines[position]?.leftMinor === facts.lines[position]?.floorMinor;
  const hasFloor = positions.some((position) => (facts.lines[position]?.floorMinor ?? 0n) > 0n);
  return hasFloor && positions.every(isAtFloor) ? MIN_PRICE : NO_BENEFIT;
}
