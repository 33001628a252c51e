import type { Logger } from './logger';

/** Time a service takes at most to stop. */
const STOP_MS_MAX = 15_000;

/** Ends a process in the reverse order of its beginning. */
export interface OrderedStop {
  /** What was started last stops first. */
  add(name: string, stop: () => Promise<void>): void;
  /** Stops everything once; a part that fails is logged and does not keep the others. */
  run(): Promise<void>;
}

/** Makes an ordered stop; with `signals`, SIGINT, SIGTERM and the end of the parent run it and exit. */
export function orderedStop(log: Logger, signals = false): OrderedStop {
  const parts: { name: string; stop: () => Promise<void> }[] = [];
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= (async () => {
      for (const { name, stop } of parts.reverse()) {
        await stop().catch((error: unknown) => log.warn({ err: error, part: name }, 'Part did not stop cleanly'));
      }
    })();
    return running;
  };
  if (signals) {
    const end = (why: string): void => {
      log.info({ why }, 'Stopping');
      setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
      void run().then(() => process.exit(0));
    };
    process.once('SIGINT', () => end('SIGINT'));
    process.once('SIGTERM', () => end('SIGTERM'));
    // A supervisor that dies without a word closes the channel: no service outlives it.
    if (process.channel) process.once('disconnect', () => end('parent gone'));
  }
  return { add: (name, stop) => parts.push({ name, stop }), run };
}
