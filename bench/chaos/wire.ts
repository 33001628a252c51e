import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { percentile } from '../load.ts';
import type { Journey } from './plan.ts';

/** Asks the graph over a wire that loses, doubles and delays; answers what every copy was answered. */
export interface Wire {
  send<T>(document: string, variables: object, journey: Journey): Promise<T[]>;
  /** An undisturbed request that is repeated until there is an answer. */
  ask<T>(document: string, variables?: object): Promise<T>;
  /** The same without a second try. */
  tryOnce<T>(document: string, variables: object): Promise<T>;
  readonly counts: { requests: number; copies: number; impatient: number; retries: number };
  p99Ms(): number;
}

/** A till that is not answered asks again; it gives up when this has passed, which fails the run. */
const PATIENCE_MS = 900_000;
const TIMEOUT_MS = 15_000;
const PAUSE_MS = { first: 100, max: 2_000 };

/** Opens a wire with a key or a session. */
export function openWire(url: string, token: string | null): Wire {
  const agent = new Agent({ connections: 300 });
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const counts = { requests: 0, copies: 0, impatient: 0, retries: 0 };
  const timesMs: number[] = [];

  const once = async <T>(body: string, timeoutMs: number): Promise<T> => {
    counts.requests += 1;
    const sentMs = performance.now();
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal });
    const text = await answer.body.text();
    timesMs.push(performance.now() - sentMs);
    const { data, errors } = JSON.parse(text) as { data?: T; errors?: readonly { message: string }[] };
    if (errors || !data) throw new Error(`HTTP ${answer.statusCode}: ${errors?.[0]?.message ?? text.slice(0, 200)}`);
    return data;
  };
  const until = async <T>(body: string): Promise<T> => {
    const untilMs = Date.now() + PATIENCE_MS;
    for (let pauseMs = PAUSE_MS.first; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS.max)) {
      try {
        return await once<T>(body, TIMEOUT_MS);
      } catch (error) {
        if (Date.now() > untilMs) throw error;
        counts.retries += 1;
        await sleep(pauseMs);
      }
    }
  };
  return {
    counts,
    tryOnce: (query, variables) => once(JSON.stringify({ query, variables }), TIMEOUT_MS),
    ask: (query, variables) => until(JSON.stringify({ query, variables })),
    send: async <T>(query: string, variables: object, { delayMs, copies, impatientMs }: Journey): Promise<T[]> => {
      const body = JSON.stringify({ query, variables });
      await sleep(delayMs);
      if (impatientMs !== null) {
        counts.impatient += 1;
        await once(body, impatientMs).catch(() => undefined);
      }
      counts.copies += copies - 1;
      return Promise.all(Array.from({ length: copies }, () => until<T>(body)));
    },
    p99Ms: () => percentile(timesMs, 0.99),
  };
}
