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
  const moved = [...before.keys()].filter((index) => hasMoved(before, after, index));
  const parts = new Map(moved.map((index) => [index, weight * growth(before, after, index)]));
  const whole = inWholeUnits(parts, change);
  return before.map((_, index) => whole.get(index) ?? 0n);
}

const at = (steps: Steps, index: number): bigint => (index < 0 ? 1n : (steps[index] ?? 1n));

/** Whether the factor of a step is another one than before, exactly. */
const hasMoved = (before: Steps, after: Steps, index: number): boolean =>
  at(after, index) * at(before, index - 1) !== at(before, index) * at(after, index - 1);

/** Logarithm of how many times the factor of a step grew. */
function growth(before: Steps, after: Steps, index: number): number {
  const times = (place: number): number => Math.log(Number(at(after, place))) - Math.log(Number(at(before, place)));
  return times(index) - times(index - 1);
}

/** Of numbers so close that their logarithms are the same, the smaller. */
function logarithmicMean(one: number, other: number): number {
  const times = Math.log(other) - Math.log(one);
  return times === 0 ? Math.min(one, other) : (other - one) / times;
}

/** Whole numbers next to the parts that add up to the sum: the largest remainders get what is left. */
function inWholeUnits(parts: ReadonlyMap<number, number>, sum: bigint): Map<number, bigint> {
  const whole = new Map([...parts].map(([index, part]) => [index, BigInt(Math.trunc(part))]));
  let left = sum - [...whole.values()].reduce((total, part) => total + part, 0n);
  const sign = left < 0n ? -1n : 1n;
  const order = [...parts]
    .sort(([, one], [, other]) => Number(sign) * ((other % 1) - (one % 1)))
    .map(([index]) => index);
  for (let turn = 0; left !== 0n; turn++, left -= sign) {
    const index = order[turn % order.length] ?? 0;
    whole.set(index, (whole.get(index) ?? 0n) + sign);
  }
  return whole;
}
