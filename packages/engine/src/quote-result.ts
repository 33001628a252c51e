import type { Notice } from './effect';
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
  /** When points with the programme's own dates can be spent, in epoch milliseconds. */
  pointsActivateAt: number;
  /** When they expire; null never. */
  pointsExpireAt: number | null;
  /** The points earned by their dates, the programme's own first. */
  grants: PointsGrant[];
  applied: AppliedPromotion[];
  /** Promotions that the basket touches and that gave nothing; `explain` tells of the others too. */
  notApplied: NotAppliedPromotion[];
  /** Promotions that the member would have had, but for a control group. For staff, never for the till. */
  heldOut: NotAppliedPromotion[];
  /** Coupons, messages and texts of the applied promotions, by rank. */
  notices: AppliedNotice[];
}

export interface PointsGrant {
  pointsMinor: bigint;
  activateAt: number;
  expireAt: number | null;
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
  version: number;
  name: string;
  /** Which of its variants the member has; null when it has none, or theirs is the plain one. */
  variant: string | null;
  discountMinor: bigint;
  /** Points it added to what the programme gives. */
  pointsEarnedMinor: bigint;
  /** The same, by line number; lines without any are left out. */
  pointsByLine: ReadonlyMap<number, bigint>;
  because: Reason;
  /** What more of its goods would bring; null when there is no higher step. */
  next: Reason | null;
  /** Coupons it uses up. */
  couponCodes: string[];
}

export interface NotAppliedPromotion {
  promotionId: string;
  version: number;
  name: string;
  /** The condition that failed and what is missing. */
  because: Reason;
  /** What it gives when it applies. */
  wouldGive: Reason | null;
}

export interface AppliedNotice {
  promotionId: string;
  notice: Notice;
}

/** More points than the programme lets pay for this basket, or points without a member. */
export interface PointsNotSpendable {
  __typename: 'PointsNotSpendable';
  spendableMinor: bigint;
}

export type QuoteResult = PricedBasket | PointsNotSpendable;
