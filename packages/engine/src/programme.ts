import type { Scope } from './promotion';

/** The chain's standing rules. Percentages are hundredths of a percent; one point is worth one unit of the currency. */
export interface Programme {
  earnPercent: bigint;
  /** The most of a line's price after discounts that points may pay. */
  payPercent: bigint;
  rounding: PointsRounding;
  rewardBase: RewardBase;
  activationDelayDays: number;
  /** Days from activation to expiry; null when points do not expire. */
  lifetimeDays: number | null;
  /** Goods that earn no points; null when all earn. */
  earnExcluded: Scope | null;
  /** Goods that points may not pay for; null when all may be paid. */
  payExcluded: Scope | null;
}

/** The points of a whole basket are rounded once, to multiples of `unitMinor` (100n is whole points). */
export interface PointsRounding {
  unitMinor: bigint;
  mode: 'DOWN' | 'HALF_UP';
}

/** Which money earns points. */
export type RewardBase = 'BEFORE_DISCOUNTS' | 'AFTER_DISCOUNTS' | 'AFTER_DISCOUNTS_AND_POINTS';
