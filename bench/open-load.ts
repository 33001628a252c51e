import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { percentile } from './load.ts';

/** What became of requests that come at their own rate, answered or not: as tills do. */
export interface OpenLoad {
  /** With data. Times are from when a request was due. */
  readonly answered: { count: number; perSecond: number; p50Ms: number; p95Ms: number; p99Ms: number };
  /** Told to come again. */
  readonly shed: number;
  readonly shedP99Ms: number;
  readonly failed: number;
}

const CONNECTIONS = 512;
const TIMEOUT_MS = 10_000;

/** Sends so many GraphQL requests a second for so long, and waits for all answers. */
export async function openLoad(
  url: string,
  { perSecond, seconds, headers }: { perSecond: number; seconds: number; headers: Record<string, string> },
  requestOf: () => object,
): Promise<OpenLoad> {
  const target = new URL(url);
  const timeouts = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
  const pool = new Pool(target.origin, { connections: CONNECTIONS, ...timeouts });
  const answeredMs: number[] = [];
  const shedMs: number[] = [];
  let failed = 0;
  const startedMs = performance.now();
  const send = async (dueMs: number): Promise<void> => {
    try {
      const answer = await pool.request({
        method: 'POST',
        path: target.pathname,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(requestOf()),
      });
      const text = await answer.body.text();
      const tookMs = performance.now() - dueMs;
      if (answer.statusCode === 503 && text.includes('"OVERLOADED"')) shedMs.push(tookMs);
      else if (answer.statusCode === 200 && !text.includes('"errors"')) answeredMs.push(tookMs);
      else failed += 1;
    } catch {
      failed += 1;
    }
  };
  const underway: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const dueMs = startedMs + (n / perSecond) * 1_000;
    const earlyMs = dueMs - performance.now();
    if (earlyMs > 1) await sleep(earlyMs);
    underway.push(send(dueMs));
  }
  await Promise.all(underway);
  const tookSeconds = (performance.now() - startedMs) / 1_000;
  await pool.close();
  return {
    answered: {
      count: answeredMs.length,
      perSecond: answeredMs.length / tookSeconds,
      p50Ms: percentile(answeredMs, 0.5),
      p95Ms: percentile(answeredMs, 0.95),
      p99Ms: percentile(answeredMs, 0.99),
    },
    shed: shedMs.length,
    shedP99Ms: percentile(shedMs, 0.99),
    failed,
  };
}
