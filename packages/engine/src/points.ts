import { divide, shareOf, spread, sum, type Minor } from '@adal/money';
import type { Chosen } from './choose';
import type { Compiled } from './compile';
import { WEIGHTS_PER_MINOR } from './compile-points';
import { allowedOf } from './discounts';
import type { Facts } from './facts';
import { least } from './prices';
import type { Programme } from './programme';

/** A line that is priced: what is left of it, and the points that pay for it. */
export interface PaidLine {
  leftMinor: Minor;
  spendableMinor: Minor;
  spentMinor: Minor;
}

/** The most points that may pay for a line: a share of it, and never below its floor. */
export function spendableOf(
  { programme, payableByPoints }: Compiled,
  facts: Facts,
  position: number,
  leftMinor: Minor,
): Minor {
  const line = facts.lines[position];
  if (facts.basket.member === null || line === undefined || !payableByPoints(line.line)) return 0n;
  return least(shareOf(leftMinor, programme.payPercent, 'DOWN'), leftMinor - line.floorMinor);
}

/** Points of one promotion, or of the programme itself, for one line. */
export interface PointsPart {
  position: number;
  /** Null of the programme. */
  chosen: Chosen | null;
  pointsMinor: Minor;
  activationDays: number | null;
  lifetimeDays: number | null;
}

interface Cell extends Omit<PointsPart, 'pointsMinor'> {
  weight: bigint;
}

/**
 * Points of the whole basket, rounded once and then spread over lines and promotions at the same time: both sums are
 * the total (the programme's own part is the rest).
 */
export function earnPoints(
  compiled: Compiled,
  facts: Facts,
  chosen: readonly Chosen[],
  lines: readonly PaidLine[],
): PointsPart[] {
  if (facts.basket.member === null) return [];
  const { programme } = compiled;
  const bases = facts.lines.map(({ totalMinor }, position) => rewardBaseOf(totalMinor, lines[position], programme));
  const cells: Cell[] = [];
  facts.lines.forEach(({ earns }, position) => {
    const weight = earns ? (bases[position] ?? 0n) * programme.earnPercent * 100n : 0n;
    if (weight > 0n) cells.push({ position, chosen: null, weight, activationDays: null, lifetimeDays: null });
  });
  const base: WeighedBase = {
    facts,
    baseOf: (position) => bases[position] ?? 0n,
    payableMinor: sum(lines.map(({ leftMinor, spentMinor }) => leftMinor - spentMinor)),
  };
  for (const one of chosen) if (one.arm.points.length > 0) cells.push(...weighPoints(compiled, one, base));
  const weights = cells.map(({ weight }) => weight);
  const parts = spread(roundPoints(sum(weights), programme), weights);
  return cells.map(({ weight: _, ...cell }, index) => ({ ...cell, pointsMinor: parts[index] ?? 0n }));
}

interface WeighedBase {
  facts: Facts;
  baseOf(position: number): Minor;
  payableMinor: Minor;
}

/** The points of a promotion by line, within its cap. */
export function weighPoints({ programme }: Compiled, chosen: Chosen, base: WeighedBase): Cell[] {
  const { caps } = chosen.offer.promotion;
  const cells: Cell[] = [];
  for (const step of chosen.arm.points) {
    const positions = allowedOf(base.facts.earning(step.goods), chosen.allowed);
    const weights = step.weigh(positions, { ...base, programme, usesPerBasket: caps.usesPerBasket });
    const { activationDays, lifetimeDays } = step;
    positions.forEach((position, index) => {
      const weight = weights[index] ?? 0n;
      if (weight > 0n) cells.push({ position, chosen, weight, activationDays, lifetimeDays });
    });
  }
  return caps.pointsPerBasket === null ? cells : within(caps.pointsPerBasket * WEIGHTS_PER_MINOR, cells);
}

function within(limit: bigint, cells: readonly Cell[]): Cell[] {
  const weights = cells.map(({ weight }) => weight);
  if (sum(weights) <= limit) return [...cells];
  const parts = spread(limit, weights);
  return cells.map((cell, index) => ({ ...cell, weight: parts[index] ?? 0n }));
}

function roundPoints(weight: bigint, { rounding }: Programme): Minor {
  return divide(weight, WEIGHTS_PER_MINOR * rounding.unitMinor, rounding.mode) * rounding.unitMinor;
}

function rewardBaseOf(totalMinor: Minor, line: PaidLine | undefined, { rewardBase }: Programme): Minor {
  if (line === undefined) return 0n;
  switch (rewardBase) {
    case 'BEFORE_DISCOUNTS':
      return totalMinor;
    case 'AFTER_DISCOUNTS':
      return line.leftMinor;
    case 'AFTER_DISCOUNTS_AND_POINTS':
      return line.leftMinor - line.spentMinor;
  }
}
