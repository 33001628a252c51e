import type { Level } from './log-lines';
import type { Running } from './run-process';

export interface ServiceSpec {
  name: string;
  /** Services that must serve before this one starts, and are stopped after it. */
  needs: readonly string[];
  /** Resolves once it serves; rejects when it cannot, or soon after `signal` says that it is not wanted any more. */
  start(signal: AbortSignal): Promise<Running>;
}

export type Say = (level: Level, msg: string, fields?: Record<string, unknown>) => void;

export interface Kept {
  /** Starts it and from then on starts it again whenever it dies. Rejects when the first start fails. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** kill -9; it comes back by itself after the back-off. Resolves once it is dead. */
  kill(): Promise<void>;
  /** Stops it if it runs and starts it at once, cutting a back-off short. Resolves once it serves. */
  restart(): Promise<void>;
}

const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
const CALM_AFTER_MS = 60_000;

/** Keeps one service alive until stop(). */
export function keepAlive(spec: ServiceSpec, say: Say): Kept {
  const unwanted = new AbortController();
  let running: Running | undefined;
  let starting: Promise<void> | undefined;
  let serving = Promise.withResolvers<void>();
  let wait: Wait | undefined;
  let crashes = 0;

  async function startOnce(): Promise<void> {
    const startedAt = Date.now();
    const started = await spec.start(unwanted.signal);
    running = started;
    serving.resolve();
    say('info', `${spec.name} serves`, { pid: started.pid, ms: Date.now() - startedAt });
    void started.exited.then((reason) => onExit(started, reason, startedAt));
  }

  const start = () => (starting = startOnce());

  async function onExit(died: Running, reason: string, startedAt: number): Promise<void> {
    if (unwanted.signal.aborted || running !== died) return;
    if (Date.now() - startedAt > CALM_AFTER_MS) crashes = 0;
    running = undefined;
    serving = Promise.withResolvers<void>();
    await comeBack(`${spec.name} crashed (${reason})`);
  }

  async function comeBack(problem: string): Promise<void> {
    const delayMs = BACKOFF_MS[Math.min(crashes++, BACKOFF_MS.length - 1)] ?? 0;
    say('error', `${problem}; starting it again in ${delayMs / 1000} s`);
    wait = interruptibleWait(delayMs);
    await wait.over;
    if (unwanted.signal.aborted) return;
    await start().catch(async (error: Error) => {
      if (!unwanted.signal.aborted) await comeBack(`${spec.name} did not start: ${error.message}`);
    });
  }

  return {
    start,
    stop: async () => {
      unwanted.abort();
      wait?.cut();
      await starting?.catch(() => {});
      await running?.stop();
    },
    kill: async () => {
      const victim = running;
      victim?.kill();
      await victim?.exited;
    },
    restart: async () => {
      const current = running;
      if (!current) {
        wait?.cut();
        return serving.promise;
      }
      running = undefined;
      await current.stop();
      await start();
    },
  };
}

interface Wait {
  over: Promise<void>;
  cut(): void;
}

function interruptibleWait(ms: number): Wait {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return {
    over: promise,
    cut: () => {
      clearTimeout(timer);
      resolve();
    },
  };
}
