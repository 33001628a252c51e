import type { DataSource } from 'typeorm';
import type { Logger } from './logger';
import type { ServiceMetrics } from './metrics';
import { shareLocks } from './shared-locks';

/** Work that runs by itself. It must be safe to run twice and to stop at any point. */
export interface Job<C> {
  readonly name: string;
  /** Pause between two runs. */
  readonly everyMs: number;
  run(ctx: C): Promise<void>;
}

/** A running timer of jobs. */
export interface RunningJobs {
  /** Waits for jobs at work and starts no more. */
  stop(): Promise<void>;
}

/**
 * Runs each job on its own rhythm, one run at a time across all replicas (a Postgres advisory lock per job name;
 * a replica that does not get the lock skips its turn). The locks share one connection; a run whose lock was lost counts as failed.
 */
export function startJobs<C>(
  jobs: readonly Job<C>[],
  db: DataSource,
  contextOf: (job: Job<C>) => C,
  log: Logger,
  metrics: ServiceMetrics,
): RunningJobs {
  const locks = shareLocks(db);
  let stopped = false;
  const wakers = new Set<() => void>();
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      wakers.add(done);
    });
  const loop = async (job: Job<C>): Promise<void> => {
    while (!stopped) {
      try {
        const ran = await locks.holding(`job:${job.name}`, () => job.run(contextOf(job)));
        metrics.jobs.inc({ job: job.name, outcome: ran ? 'done' : 'elsewhere' });
      } catch (error) {
        metrics.jobs.inc({ job: job.name, outcome: 'failed' });
        if (!stopped) log.error({ err: error, job: job.name }, 'Job failed, will run again');
      }
      if (!stopped) await pause(job.everyMs);
    }
  };
  const running = jobs.map(loop);
  return {
    stop: async () => {
      stopped = true;
      for (const wake of [...wakers]) wake();
      await Promise.all(running);
      await locks.release();
    },
  };
}
