import type { Milli, Minor } from './minor';

/** How a division that leaves a remainder is rounded. HALF_UP rounds halves away from zero; DOWN rounds towards zero. */
export type Rounding = 'DOWN' | 'HALF_UP';

/** numerator / denominator as an integer. The denominator must be positive. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError('Denominator must be positive');
  if (rounding === 'DOWN') return numerator / denominator;
  const half = denominator / 2n;
  const rest = denominator % 2n === 0n ? half : half + 1n;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = magnitude / denominator + (magnitude % denominator >= rest ? 1n : 0n);
  return numerator < 0n ? -rounded : rounded;
}

/** Price of one unit times a quantity, rounded half up to the minor unit. */
export function priceOf(unitPrice: Minor, quantity: Milli): Minor {
  return divide(unitPrice * quantity, 1000n, 'HALF_UP');
}

/** A share in basis points (500 = 5 %) of an amount. */
export function shareOf(amount: Minor, basisPoints: bigint, rounding: Rounding): Minor {
  return divide(amount * basisPoints, 10_000n, rounding);
}

/** Rounds an amount to a multiple of `step` (100n = whole units). */
export function roundToStep(amount: Minor, step: Minor, rounding: Rounding): Minor {
  return divide(amount, step, rounding) * step;
}

/**
 * Spreads `total` over `weights` so that the parts are in proportion and sum to the total exactly
 * (largest remainder; ties go to the earlier part). No part exceeds its weight when total ≤ Σ weights.
 * All weights zero: the first part takes everything. Negative weights or totals are refused.
 */
export function spread(total: Minor, weights: readonly Minor[]): Minor[] {
  if (total < 0n || weights.some((weight) => weight < 0n)) throw new RangeError('Spread takes no negative amounts');
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const parts = weights.map((weight) => (total * weight) / sum);
  let left = total - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

/** Sum of amounts. */
export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
