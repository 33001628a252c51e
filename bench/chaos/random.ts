import { createHash } from 'node:crypto';

/** Chance that is the same on every run. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True so often. */
  once(share: number): boolean;
  of<T>(items: readonly T[]): T;
}

/** A stream of its own for every path: what one till draws does not move what another draws. */
export function chanceOf(seed: number, ...path: readonly (string | number)[]): Chance {
  let state = createHash('sha256')
    .update([seed, ...path].join('/'))
    .digest()
    .readUInt32LE();
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    once: (share) => next() < share,
    of: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
  };
}
