import type { Goods } from './goods';
import type { Percent } from './promotion';

/** The chain's standing rules. One point is worth one unit of the currency. */
export interface Programme {
  earnPercent: Percent;
  /** The most of a line's price after discounts that points may pay. */
  payPercent: Percent;
  rounding: PointsRounding;
  rewardBase: RewardBase;
  activationDelayDays: number;
  /** Days from activation to expiry; null when points do not expire. */
  lifetimeDays: number | null;
  /** Goods that earn no points; null when all earn. */
  earnExcluded: Goods | null;
  /** Goods that points may not pay for; null when all may be paid. */
  payExcluded: Goods | null;
  /** Members who get no promotion at all, to measure what all of them bring; null when there are none. */
  holdout: UniversalHoldout | null;
}

export interface UniversalHoldout {
  share: Percent;
  salt: string;
}

/** The points of a whole basket are rounded once, to multiples of `unitMinor` (100n is whole points). */
export interface PointsRounding {
  unitMinor: bigint;
  mode: 'DOWN' | 'HALF_UP';
}

/** Which money earns points. */
export type RewardBase = 'BEFORE_DISCOUNTS' | 'AFTER_DISCOUNTS' | 'AFTER_DISCOUNTS_AND_POINTS';
