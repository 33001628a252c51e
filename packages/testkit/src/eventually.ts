import { setTimeout as sleep } from 'node:timers/promises';

const POLL_EVERY_MS = 25;

/** Repeats the check until it neither throws nor returns false or undefined, and returns what it returned. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 30_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const outcome = await attempt(check);
    if ('value' in outcome && outcome.value !== false && outcome.value != null) return outcome.value;
    if (Date.now() > deadline) {
      if ('error' in outcome) throw outcome.error;
      throw new Error(`Still not so after ${withinMs} ms: ${check.toString().slice(0, 200)}`);
    }
    await sleep(POLL_EVERY_MS);
  }
}

async function attempt<T>(check: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await check() };
  } catch (error) {
    return { error };
  }
}
