/**
 * What a sum comes to step by step, each step so many of what the one before counts: buyers, their receipts, units on
 * these, money for those. Integers, none below zero; what follows a zero is zero.
 */
export type Steps = readonly bigint[];

/**
 * By how much each step's factor (receipts per buyer, units per receipt …) moved the sum: logarithmic mean Divisia index
 * (LMDI-I, Ang 2005), which leaves no rest. In whole minor units that add up to the change; what did not move has none, and the other
 * way round in time is the same with the other sign. From or to nothing all is due to what was zero first, the limit of small values
 * (Ang & Liu 2007).
 */
export function contributions(before: Steps, after: Steps): bigint[] {
  const [from, to] = [before.at(-1) ?? 0n, after.at(-1) ?? 0n];
  const change = to - from;
  if (change === 0n && from === 0n) return before.map(() => 0n);
  if (from === 0n || to === 0n) {
    const empty = (from === 0n ? before : after).findIndex((step) => step === 0n);
    return before.map((_, index) => (index === empty ? change : 0n));
  }
  const weight = logarithmicMean(Number(from), Number(to));
  const parts = before.map((_, index) => weight * growth(before, after, index));
  return inWholeUnits(parts, change);
}

/** Logarithm of how many times the factor of a step grew; exactly 0 when it did not move. */
function growth(before: Steps, after: Steps, index: number): number {
  const at = (steps: Steps, place: number): bigint => (place < 0 ? 1n : (steps[place] ?? 1n));
  const [b, a] = [at(before, index), at(after, index)];
  const [under, over] = [at(before, index - 1), at(after, index - 1)];
  if (a * under === b * over) return 0;
  return Math.log(Number(a)) - Math.log(Number(b)) - (Math.log(Number(over)) - Math.log(Number(under)));
}

function logarithmicMean(one: number, other: number): number {
  return one === other ? one : (other - one) / (Math.log(other) - Math.log(one));
}

/** Whole numbers next to the parts that add up to the sum: the largest remainders get what is left. */
function inWholeUnits(parts: readonly number[], sum: bigint): bigint[] {
  const whole = parts.map((part) => BigInt(Math.trunc(part)));
  let left = sum - whole.reduce((total, part) => total + part, 0n);
  const sign = left < 0n ? -1n : 1n;
  const remainder = (index: number): number => (parts[index] ?? 0) % 1;
  const moved = [...parts.keys()]
    .filter((index) => parts[index] !== 0)
    .sort((one, other) => Number(sign) * (remainder(other) - remainder(one)));
  for (let turn = 0; left !== 0n && moved.length > 0; turn++, left -= sign) {
    const index = moved[turn % moved.length] ?? 0;
    whole[index] = (whole[index] ?? 0n) + sign;
  }
  return whole;
}
