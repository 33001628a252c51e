import { priceOf, spread, sum } from '@adal/money';
import type { Basket, BasketLine } from './basket';
import { checkBasket } from './check-basket';
import type { Compiled } from './compile';
import { applyDiscounts } from './discounts';
import { planPromotions, type OpenLine, type Plan } from './plan';
import { earnPoints, nothingEarned, spendableByLine, type EarnedPoints, type PaidLine } from './points';
import type { AppliedPromotion, NotAppliedPromotion, PricedBasket, PricedLine, QuoteResult } from './quote-result';

const MS_PER_DAY = 86_400_000;

/**
 * Prices a basket: discounts, points to pay with, points earned, and why each promotion did or did not apply. Pure:
 * the same basket gets the same answer everywhere, whatever the order of its lines. Throws RangeError on a basket that
 * `checkBasket` refuses.
 */
export function quote(compiled: Compiled, basket: Basket): QuoteResult {
  const fault = checkBasket(basket.lines);
  if (fault !== null) throw new RangeError(fault.message);
  const openLines = openInOrder(compiled, basket.lines);
  const plan = planPromotions(compiled, basket, openLines);
  const lines = applyDiscounts(compiled, plan, openLines);
  const spendable = spendableByLine(compiled, basket, lines);
  const spendableMinor = sum(spendable);
  if (basket.pointsToSpendMinor < 0n || basket.pointsToSpendMinor > spendableMinor) {
    return { __typename: 'PointsNotSpendable', spendableMinor };
  }
  const spent = spread(basket.pointsToSpendMinor, spendable);
  const paid = lines.map((line, position) => ({ ...line, spentMinor: spent[position] ?? 0n }));
  const earned = basket.member === null ? nothingEarned(compiled, paid) : earnPoints(compiled, plan, paid);
  const priced = paid.map((line, position) => ({
    ...priceLine(line, spendable[position] ?? 0n),
    pointsEarnedMinor: earned.byLine[position] ?? 0n,
    promotionIds: promotionIdsOf(compiled, line, earned.multipliersByLine[position] ?? []),
  }));
  return {
    __typename: 'PricedBasket',
    lines: priced.sort((left, right) => left.lineNo - right.lineNo),
    ...totalsOf(priced),
    ...pointDates(compiled, basket.at),
    ...explainPromotions(compiled, plan, priced, earned),
  };
}

/** By content, so that neither the order of the lines nor their numbers decide where an odd tiyn goes. */
function openInOrder(compiled: Compiled, lines: readonly BasketLine[]): OpenLine[] {
  return [...lines].sort(byContent).map((line) => ({
    line,
    totalMinor: priceOf(line.priceMinor, line.quantityMilli),
    earns: compiled.earns(line),
  }));
}

function byContent(left: BasketLine, right: BasketLine): number {
  return (
    compare(left.sku, right.sku) ||
    compare(left.priceMinor, right.priceMinor) ||
    compare(left.quantityMilli, right.quantityMilli) ||
    compare(left.lineNo, right.lineNo)
  );
}

const compare = <T extends string | bigint | number>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

function priceLine(
  paid: PaidLine,
  pointsSpendableMinor: bigint,
): Omit<PricedLine, 'pointsEarnedMinor' | 'promotionIds'> {
  const { lineNo, sku, quantityMilli, priceMinor } = paid.line;
  return {
    lineNo,
    sku,
    quantityMilli,
    priceMinor,
    totalMinor: paid.totalMinor,
    discounts: paid.discounts,
    discountMinor: paid.totalMinor - paid.leftMinor,
    pointsSpendableMinor,
    pointsSpentMinor: paid.spentMinor,
    payableMinor: paid.leftMinor - paid.spentMinor,
  };
}

function promotionIdsOf(compiled: Compiled, line: PaidLine, multipliers: readonly number[]): string[] {
  const added = multipliers.flatMap((rank) => compiled.promotions[rank]?.promotion.id ?? []);
  return [...line.discounts.map(({ promotionId }) => promotionId), ...added];
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

function pointDates({ programme }: Compiled, at: number): Pick<PricedBasket, 'pointsActivateAt' | 'pointsExpireAt'> {
  const pointsActivateAt = at + programme.activationDelayDays * MS_PER_DAY;
  const { lifetimeDays } = programme;
  return {
    pointsActivateAt,
    pointsExpireAt: lifetimeDays === null ? null : pointsActivateAt + lifetimeDays * MS_PER_DAY,
  };
}

function explainPromotions(
  compiled: Compiled,
  plan: Plan,
  lines: readonly PricedLine[],
  earned: EarnedPoints,
): Pick<PricedBasket, 'applied' | 'notApplied'> {
  const discounts = new Map<string, bigint>();
  for (const { promotionId, amountMinor } of lines.flatMap((line) => line.discounts)) {
    discounts.set(promotionId, (discounts.get(promotionId) ?? 0n) + amountMinor);
  }
  const applied: AppliedPromotion[] = [];
  const notApplied: NotAppliedPromotion[] = [];
  for (const offer of compiled.promotions) {
    const { id: promotionId, name } = offer.promotion;
    const discountMinor = discounts.get(promotionId) ?? 0n;
    const pointsEarnedMinor = earned.byPromotion[offer.rank] ?? 0n;
    if (discountMinor > 0n || pointsEarnedMinor > 0n) {
      applied.push({ promotionId, name, discountMinor, pointsEarnedMinor, because: offer.because });
    } else {
      notApplied.push({ promotionId, name, because: plan.whyNot(offer) });
    }
  }
  return { applied, notApplied };
}
