import { Pool } from 'undici';

/** What a run of requests took. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Sends `requests` GraphQL requests with so many at a time; throws when one is not answered with data alone. */
export async function load(
  url: string,
  { requests, concurrency, headers }: { requests: number; concurrency: number; headers: Record<string, string> },
  requestOf: (n: number) => object,
): Promise<Load> {
  const target = new URL(url);
  const pool = new Pool(target.origin, { connections: concurrency });
  const timesMs: number[] = [];
  let sent = 0;
  const startedMs = performance.now();
  const worker = async (): Promise<void> => {
    while (sent < requests) {
      const body = JSON.stringify(requestOf(sent++));
      const sentMs = performance.now();
      const answer = await pool.request({
        method: 'POST',
        path: target.pathname,
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      const text = await answer.body.text();
      timesMs.push(performance.now() - sentMs);
      if (answer.statusCode !== 200 || text.includes('"errors"'))
        throw new Error(`HTTP ${answer.statusCode}: ${text.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - startedMs) / 1_000;
  await pool.close();
  return {
    requests,
    seconds,
    perSecond: requests / seconds,
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    p99Ms: percentile(timesMs, 0.99),
  };
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
