import {
  sentenceOf,
  type AppliedPromotion,
  type Language,
  type NotAppliedPromotion,
  type PricedBasket,
  type PricedLine,
} from '@adal/engine';
import type { KnownProduct } from '../facts';
import { noticeTexts, receiptText, type ReceiptPlace } from './receipt-text.rules';

export interface Languages {
  /** Of reasons, for the cashier. */
  reasons: Language;
  /** Of the receipt, for the customer. */
  receipt: Language;
}

export interface BasketSurroundings extends ReceiptPlace {
  products: ReadonlyMap<string, KnownProduct>;
}

/** A priced basket with a way to those that did not apply: most tills do not ask, and there are hundreds. */
type Priced = Omit<PricedBasket, 'notApplied'> & { notApplied(): readonly NotAppliedPromotion[] };

/** A priced basket as the graph shows it, signed or not. */
export function presentBasket(priced: Priced, surroundings: BasketSurroundings, languages: Languages) {
  return {
    lines: priced.lines.map((line) => presentLine(line, surroundings, languages.reasons)),
    total: priced.totalMinor,
    discount: priced.discountMinor,
    pointsSpendable: priced.pointsSpendableMinor,
    pointsSpent: priced.pointsSpentMinor,
    payable: priced.payableMinor,
    pointsEarned: priced.pointsEarnedMinor,
    applied: priced.applied.map((one) => presentApplied(one, languages.reasons)),
    notApplied: () => priced.notApplied().map((one) => presentNotApplied(one, languages.reasons)),
    cashierMessages: noticeTexts(priced, 'MESSAGE', languages.reasons),
    receiptText: receiptText(priced, surroundings, languages.receipt),
  };
}

export type PresentedBasket = ReturnType<typeof presentBasket>;

function presentApplied(applied: AppliedPromotion, language: Language) {
  const { promotionId, version, name, variant, discountMinor, pointsEarnedMinor, because, next } = applied;
  return {
    promotionId,
    version,
    name,
    variant,
    discount: discountMinor,
    pointsEarned: pointsEarnedMinor,
    reason: sentenceOf(because, language),
    next: next && sentenceOf(next, language),
  };
}

/** Why one did not apply, or was held out. */
export function presentNotApplied(
  { promotionId, version, name, because, wouldGive }: NotAppliedPromotion,
  language: Language,
) {
  const reason = sentenceOf(because, language);
  return { promotionId, version, name, reason, wouldGive: wouldGive && sentenceOf(wouldGive, language) };
}

function presentLine(line: PricedLine, { products }: BasketSurroundings, language: Language) {
  return {
    lineNo: line.lineNo,
    sku: line.sku,
    name: products.get(line.sku)?.name ?? null,
    quantity: line.quantityMilli,
    price: line.priceMinor,
    discounts: line.discounts.map(({ promotionId, amountMinor, because }) => ({
      promotionId,
      amount: amountMinor,
      reason: sentenceOf(because, language),
    })),
    pointsSpendable: line.pointsSpendableMinor,
    pointsSpent: line.pointsSpentMinor,
    payable: line.payableMinor,
    pointsEarned: line.pointsEarnedMinor,
  };
}
