import { compileDiscount, type DiscountStep } from './compile-discount';
import { compilePoints, type PointsStep } from './compile-points';
import type { Discount, Effect, Notice, PointsEffect } from './effect';
import { effectReason } from './effect-reason';
import type { GoodsRegistry } from './facts';
import type { Reason } from './reason';

/** What one share of the members gets. */
export interface Arm {
  /** Null without variants. */
  variant: string | null;
  discounts: readonly ArmDiscount[];
  points: readonly ArmPoints[];
  notices: readonly Notice[];
  /** Whether it takes all of its goods or none. */
  isJoint: boolean;
  /** Its first effect, to say what it gives. */
  because: Reason;
}

export interface ArmDiscount extends DiscountStep {
  /** New prices go first, then sets of units, percentages, and amounts last. */
  phase: number;
  index: number;
  because: Reason;
}

export interface ArmPoints extends PointsStep {
  because: Reason;
}

/** Makes effects ready. */
export function compileArm(variant: string | null, effects: readonly Effect[], registry: GoodsRegistry): Arm {
  const discounts = effects.flatMap((effect, index) =>
    isDiscount(effect)
      ? [{ ...compileDiscount(effect, registry), phase: phaseOf(effect), index, because: effectReason(effect) }]
      : [],
  );
  const points = effects.flatMap((effect) =>
    isPoints(effect) ? [{ ...compilePoints(effect, registry), because: effectReason(effect) }] : [],
  );
  const [first] = [...discounts, ...points, ...effects.map((effect) => ({ because: effectReason(effect) }))];
  if (first === undefined) throw new RangeError('A promotion without effects gives nothing.');
  return {
    variant,
    discounts,
    points,
    notices: effects.filter(isNotice),
    isJoint: [...discounts, ...points].some((step) => step.isJoint),
    because: first.because,
  };
}

/** Whether an arm gives anything that has a value; one that does not never competes. */
export const hasWorth = ({ discounts, points }: Arm): boolean => discounts.length > 0 || points.length > 0;

export const isPoints = (effect: Effect): effect is PointsEffect => effect.kind.startsWith('POINTS_');

export const isDiscount = (effect: Effect): effect is Discount => effect.kind in PHASES;

const isNotice = (effect: Effect): effect is Notice => !isPoints(effect) && !isDiscount(effect);

const PHASES: Record<Discount['kind'], number> = {
  FIXED_PRICE: 0,
  GIFT: 1,
  BUNDLE_PRICE: 1,
  SET_PERCENT: 1,
  CHEAPEST_FREE: 1,
  N_FOR_M: 1,
  NTH_AT_PERCENT: 1,
  PERCENT: 2,
  TIERS: 2,
  AMOUNT_OFF: 3,
};

function phaseOf(effect: Discount): number {
  const isTieredAmount = effect.kind === 'TIERS' && effect.steps.some(({ amount }) => amount !== null);
  return isTieredAmount ? PHASES.AMOUNT_OFF : PHASES[effect.kind];
}
