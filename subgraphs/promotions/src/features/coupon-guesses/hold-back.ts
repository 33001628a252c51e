import { setTimeout as sleep } from 'node:timers/promises';

/** Lets an answer wait. */
export type HoldBack = (delayMs: number) => Promise<void>;

/** So few requests of a process wait at once that others find room; what comes beyond is answered without a wait, and counted all the same. */
const WAITING_MAX = 16;

/** One per process. */
export function holdBack(wait: (delayMs: number) => Promise<unknown> = sleep): HoldBack {
  let waiting = 0;
  return async (delayMs) => {
    if (waiting >= WAITING_MAX) return;
    waiting += 1;
    try {
      await wait(delayMs);
    } finally {
      waiting -= 1;
    }
  };
}
