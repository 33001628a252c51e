import type { Reason } from './reason';

/** A basket with its prices. Every sum over lines equals its total to the minor unit. */
export interface PricedBasket {
  __typename: 'PricedBasket';
  /** By line number. */
  lines: PricedLine[];
  /** Shelf price: Σ quantity × price. */
  totalMinor: bigint;
  discountMinor: bigint;
  /** The most points the programme lets pay; zero for an anonymous basket. */
  pointsSpendableMinor: bigint;
  pointsSpentMinor: bigint;
  payableMinor: bigint;
  /** Zero for an anonymous basket. */
  pointsEarnedMinor: bigint;
  /** When the points earned can be spent, in epoch milliseconds. */
  pointsActivateAt: number;
  /** When they expire; null never. */
  pointsExpireAt: number | null;
  applied: AppliedPromotion[];
  notApplied: NotAppliedPromotion[];
}

export interface PricedLine {
  lineNo: number;
  sku: string;
  quantityMilli: bigint;
  priceMinor: bigint;
  totalMinor: bigint;
  discounts: LineDiscount[];
  discountMinor: bigint;
  pointsSpendableMinor: bigint;
  pointsSpentMinor: bigint;
  payableMinor: bigint;
  pointsEarnedMinor: bigint;
  /** Promotions that changed its price or its points. */
  promotionIds: string[];
}

export interface LineDiscount {
  promotionId: string;
  amountMinor: bigint;
  because: Reason;
}

export interface AppliedPromotion {
  promotionId: string;
  name: string;
  discountMinor: bigint;
  /** Points it added to what the programme gives. */
  pointsEarnedMinor: bigint;
  because: Reason;
}

export interface NotAppliedPromotion {
  promotionId: string;
  name: string;
  /** The condition that failed and what is missing. */
  because: Reason;
}

/** More points than the programme lets pay for this basket, or points without a member. */
export interface PointsNotSpendable {
  __typename: 'PointsNotSpendable';
  spendableMinor: bigint;
}

export type QuoteResult = PricedBasket | PointsNotSpendable;
