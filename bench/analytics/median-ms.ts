const TIMES = 5;

/** The middle of some runs, in milliseconds, after one that warms up. */
export async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const runs: number[] = [];
  for (let run = 0; run < TIMES; run += 1) {
    const began = performance.now();
    await work();
    runs.push(performance.now() - began);
  }
  return runs.sort((left, right) => left - right)[Math.floor(TIMES / 2)] ?? NaN;
}
