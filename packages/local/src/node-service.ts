import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess, type Running } from './run-process';

export interface NodeServiceOptions {
  /** The file to run and its arguments. */
  script: readonly string[];
  cwd: string;
  env: Record<string, string>;
  /** Polled until it answers 2xx or 3xx; without it the service counts as ready at once. */
  readyUrl?: string;
  /** Nobody waits for its answers: on a full machine it leaves the processor to those somebody waits for. */
  givesWay?: boolean;
  onLine: (line: string) => void;
}

const READY_WITHIN_MS = 120_000;
const POLL_EVERY_MS = 100;
// A service gives itself 15 s to finish its work; then it is killed.
const STOP_WITHIN_MS = 17_000;
const LAST_LINES_MAX = 15;

/** Starts one of our services with this Node and waits until it is ready. */
export async function startNodeService(options: NodeServiceOptions, signal: AbortSignal): Promise<Running> {
  const lastLines: string[] = [];
  const running = runProcess({
    command: process.execPath,
    args: options.script,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stopWithinMs: STOP_WITHIN_MS,
    channel: true,
    givesWay: options.givesWay ?? false,
    onLine: (line) => {
      if (lastLines.push(line) > LAST_LINES_MAX) lastLines.shift();
      options.onLine(line);
    },
  });
  if (!options.readyUrl) return running;
  const over = new AbortController();
  const late = AbortSignal.any([signal, over.signal, AbortSignal.timeout(READY_WITHIN_MS)]);
  const outcome = await Promise.race([running.exited, untilReady(options.readyUrl, late)]);
  over.abort();
  if (outcome === 'ready') return running;
  await running.stop();
  throw new Error(`${outcome}\n${lastLines.join('\n')}`);
}

async function untilReady(url: string, late: AbortSignal): Promise<string> {
  while (!late.aborted) {
    if (await answers(url)) return 'ready';
    await sleep(POLL_EVERY_MS);
  }
  return `not ready at ${url} within ${READY_WITHIN_MS / 1000} s`;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status >= 200 && response.status < 400;
  } catch {
    return false;
  }
}
