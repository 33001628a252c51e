import { sentenceOf, type Language, type PricedBasket, type PricedLine } from '@adal/engine';
import type { KnownProduct } from './quote-facts.queries';
import { receiptText } from './receipt-text.rules';

export interface Languages {
  /** Of reasons, for the cashier. */
  reasons: Language;
  /** Of the receipt, for the customer. */
  receipt: Language;
}

export interface BasketSurroundings {
  products: ReadonlyMap<string, KnownProduct>;
  /** Texts that promotions add to the receipt, by promotion. */
  receiptTexts: ReadonlyMap<string, string | null>;
  timeZone: string;
}

/** A priced basket as the graph shows it, signed or not. */
export function presentBasket(priced: PricedBasket, surroundings: BasketSurroundings, languages: Languages) {
  return {
    lines: priced.lines.map((line) => presentLine(line, surroundings, languages.reasons)),
    total: priced.totalMinor,
    discount: priced.discountMinor,
    pointsSpendable: priced.pointsSpendableMinor,
    pointsSpent: priced.pointsSpentMinor,
    payable: priced.payableMinor,
    pointsEarned: priced.pointsEarnedMinor,
    applied: priced.applied.map(({ promotionId, name, discountMinor, pointsEarnedMinor }) => ({
      promotionId,
      name,
      discount: discountMinor,
      pointsEarned: pointsEarnedMinor,
    })),
    notApplied: priced.notApplied.map(({ promotionId, name, because }) => ({
      promotionId,
      name,
      reason: sentenceOf(because, languages.reasons),
    })),
    receiptText: receiptText(priced, surroundings, languages.receipt),
  };
}

export type PresentedBasket = ReturnType<typeof presentBasket>;

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
