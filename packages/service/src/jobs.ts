import type { DataSource } from 'typeorm';
import type { Logger } from './logger';
import type { ServiceMetrics } from './metrics';
import { shareLocks } from './shared-locks';

/** Work that runs by itself. It must be safe to run twice and to stop at any point. */
export interface Job<C> {
  readonly name: string;
  /** Pause between two runs. */
  readonly everyMs: number;
  /** Long work ends early once `stopping` is aborted, and goes on in the next run, wherever that is. */
  run(ctx: C, stopping?: AbortSignal): Promise<void>;
}

/** A running timer of jobs. */
export interface RunningJobs {
  /** Tells jobs at work to end, waits for them and starts no more. */
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
  const stopping = new AbortController();
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
    while (!stopping.signal.aborted) {
      try {
        const ran = await locks.holding(`job:${job.name}`, async () => {
          // The lock may come only after the word to stop.
          if (!stopping.signal.aborted) await job.run(contextOf(job), stopping.signal);
        });
        metrics.jobs.inc({ job: job.name, outcome: ran ? 'done' : 'elsewhere' });
      } catch (error) {
        metrics.jobs.inc({ job: job.name, outcome: 'failed' });
        if (!stopping.signal.aborted) log.error({ err: error, job: job.name }, 'Job failed, will run again');
      }
      if (!stopping.signal.aborted) await pause(job.everyMs);
    }
  };
  const running = jobs.map(loop);
  return {
    stop: async () => {
      stopping.abort();
      for (const wake of [...wakers]) wake();
      await Promise.all(running);
      await locks.release();
    },
  };
}
