import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random numbers that a seed determines. */
export interface Random {
  /** Whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** From 0 up to 1. */
  share(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks in proportion to the weights. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** Poisson-distributed count with this mean. */
  poisson(mean: number): number;
}

/** Makes the generator of a seed. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const whole = (min: number, max: number): number => uniformInt(generator, min, max);
  const share = (): number => whole(0, 0x3fffffff) / 0x40000000;
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  return {
    whole,
    share,
    chance: (probability) => share() < probability,
    pick,
    weighted: (items) => {
      let left = share() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = share(); product > limit; product *= share()) count += 1;
      return count;
    },
  };
}
