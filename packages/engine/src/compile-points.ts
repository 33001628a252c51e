import { spread, type Minor } from '@adal/money';
import type { PointsEffect } from './effect';
import type { Facts, GoodsId, GoodsRegistry } from './facts';
import type { Programme } from './programme';
import { unitsOf } from './units';

/** Weights of points are millionths of a minor unit, so that nothing is rounded before the whole receipt is. */
export const WEIGHTS_PER_MINOR = 1_000_000n;

/** What points are counted from. */
export interface RewardBase {
  facts: Facts;
  programme: Programme;
  /** Money of the line that earns. */
  baseOf(position: number): Minor;
  /** What the customer pays in money for the whole basket. */
  payableMinor: Minor;
  usesPerBasket: number | null;
}

/** Points made ready. */
export interface PointsStep {
  goods: GoodsId;
  /** Whether lines depend on one another, so that it takes all of its goods or none. */
  isJoint: boolean;
  activationDays: number | null;
  lifetimeDays: number | null;
  /** Weight of the points of each position, which all earn. */
  weigh(positions: readonly number[], base: RewardBase): bigint[];
}

/** Turns an effect on points into a step. */
export function compilePoints(effect: PointsEffect, registry: GoodsRegistry): PointsStep {
  const { activationDays, lifetimeDays } = effect;
  const step = { goods: registry.register(effect.goods), isJoint: false, activationDays, lifetimeDays };
  switch (effect.kind) {
    case 'POINTS_FIXED':
      return { ...step, isJoint: true, weigh: fixed(effect) };
    case 'POINTS_PERCENT': {
      const rate = effect.percent * 100n;
      return { ...step, weigh: (positions, { baseOf }) => positions.map((position) => baseOf(position) * rate) };
    }
    case 'POINTS_MULTIPLIER': {
      const extra = effect.factor - 100n;
      return {
        ...step,
        weigh: (positions, { baseOf, programme }) =>
          positions.map((position) => baseOf(position) * programme.earnPercent * extra),
      };
    }
    case 'POINTS_BY_TENDER':
      return { ...step, weigh: byTender(effect) };
  }
}

type EffectOf<Kind extends PointsEffect['kind']> = Extract<PointsEffect, { kind: Kind }>;

function fixed({ points, every }: EffectOf<'POINTS_FIXED'>): PointsStep['weigh'] {
  return (positions, { facts, baseOf, usesPerBasket }) => {
    if (positions.length === 0) return [];
    const times = every === null ? 1 : Math.floor(unitsOf(facts, positions) / every);
    const uses = every === null ? 1 : Math.min(times, usesPerBasket ?? times);
    return spread(points * BigInt(uses) * WEIGHTS_PER_MINOR, positions.map(baseOf));
  };
}

/** Each line is taken to be paid by the tenders in the proportion in which the basket is. */
function byTender({ rates }: EffectOf<'POINTS_BY_TENDER'>): PointsStep['weigh'] {
  const percents = new Map(rates.map(({ tender, percent }) => [tender, percent]));
  return (positions, { facts, baseOf, payableMinor }) => {
    if (payableMinor <= 0n) return positions.map(() => 0n);
    let rate = 0n;
    let unpaid = payableMinor;
    for (const { tender, amountMinor } of facts.basket.tenders) {
      const paid = amountMinor === null || amountMinor > unpaid ? unpaid : amountMinor;
      unpaid -= paid;
      rate += paid * (percents.get(tender) ?? 0n);
    }
    return positions.map((position) => (baseOf(position) * rate * 100n) / payableMinor);
  };
}
