import { percentile } from './load.ts';

/** What a run of pieces of work took. */
export interface Rate {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Does work for so long, so many pieces at a time; throws what it throws. */
export async function rateOf(
  { seconds, concurrency }: { seconds: number; concurrency: number },
  work: (worker: number) => Promise<void>,
): Promise<Rate> {
  const timesMs: number[] = [];
  const startedMs = performance.now();
  const untilMs = startedMs + seconds * 1_000;
  const worker = async (_: unknown, index: number): Promise<void> => {
    for (let nowMs = performance.now(); nowMs < untilMs;) {
      const begunMs = nowMs;
      await work(index);
      nowMs = performance.now();
      timesMs.push(nowMs - begunMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return {
    perSecond: (timesMs.length / (performance.now() - startedMs)) * 1_000,
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    p99Ms: percentile(timesMs, 0.99),
  };
}
