export interface FixedClock {
  now(): Date;
  /** Moves forward (or back, with a negative number). */
  advanceMs(ms: number): void;
  set(to: Date | string): void;
}

/** A clock that stands still until told otherwise. */
export function fixedClock(start: Date | string): FixedClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    advanceMs: (ms) => {
      time += ms;
    },
    set: (to) => {
      time = new Date(to).getTime();
    },
  };
}
