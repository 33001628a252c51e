import { divide, shareOf, spread, sum } from '@adal/money';
import type { Basket } from './basket';
import type { Compiled } from './compile';
import type { DiscountedLine } from './discounts';
import type { Plan } from './plan';
import type { Programme } from './programme';

/** A line with the points that pay for it. */
export interface PaidLine extends DiscountedLine {
  spentMinor: bigint;
}

/** The most points that may pay for each line. */
export function spendableByLine(compiled: Compiled, basket: Basket, lines: readonly DiscountedLine[]): bigint[] {
  const { payPercent } = compiled.programme;
  return lines.map(({ line, leftMinor }) =>
    basket.member !== null && compiled.payableByPoints(line) ? shareOf(leftMinor, payPercent, 'DOWN') : 0n,
  );
}

export interface EarnedPoints {
  byLine: bigint[];
  /** Ranks of the multipliers that added to each line. */
  multipliersByLine: number[][];
  /** What each multiplier added, by rank. */
  byPromotion: bigint[];
}

/**
 * Points of the whole basket, rounded once and then spread over lines and promotions at the same time: both sums are
 * the total (the programme's own part is the rest).
 */
export function earnPoints(compiled: Compiled, plan: Plan, lines: readonly PaidLine[]): EarnedPoints {
  const { programme } = compiled;
  const cells = lines.flatMap((line, position) => {
    const weight = line.earns ? rewardBaseOf(line, programme) * programme.earnPercent * FACTOR_ONE : 0n;
    return weight === 0n ? [] : [{ position, rank: -1, weight }];
  });
  const own = new Map(cells.map(({ position, weight }) => [position, weight]));
  for (const { rank, effect } of compiled.lineOffers) {
    if (effect.kind !== 'POINTS_MULTIPLIER') continue;
    for (const position of plan.linesOf[rank] ?? []) {
      const weight = ((own.get(position) ?? 0n) * (effect.factor - FACTOR_ONE)) / FACTOR_ONE;
      cells.push({ position, rank, weight });
    }
  }
  const weights = cells.map(({ weight }) => weight);
  const parts = spread(roundPoints(sum(weights), programme), weights);
  const earned = nothingEarned(compiled, lines);
  cells.forEach(({ position, rank }, index) => {
    const part = parts[index] ?? 0n;
    earned.byLine[position] = (earned.byLine[position] ?? 0n) + part;
    if (rank < 0 || part === 0n) return;
    earned.byPromotion[rank] = (earned.byPromotion[rank] ?? 0n) + part;
    earned.multipliersByLine[position]?.push(rank);
  });
  return earned;
}

/** What an anonymous basket earns. */
export const nothingEarned = (compiled: Compiled, lines: readonly PaidLine[]): EarnedPoints => ({
  byLine: lines.map(() => 0n),
  multipliersByLine: lines.map(() => []),
  byPromotion: compiled.promotions.map(() => 0n),
});

const FACTOR_ONE = 100n;
/** Weights are minor units × hundredths of a percent × hundredths of a factor. */
const WEIGHTS_PER_MINOR = 10_000n * FACTOR_ONE;

function roundPoints(weight: bigint, { rounding }: Programme): bigint {
  return divide(weight, WEIGHTS_PER_MINOR * rounding.unitMinor, rounding.mode) * rounding.unitMinor;
}

function rewardBaseOf(line: PaidLine, programme: Programme): bigint {
  switch (programme.rewardBase) {
    case 'BEFORE_DISCOUNTS':
      return line.totalMinor;
    case 'AFTER_DISCOUNTS':
      return line.leftMinor;
    case 'AFTER_DISCOUNTS_AND_POINTS':
      return line.leftMinor - line.spentMinor;
  }
}
