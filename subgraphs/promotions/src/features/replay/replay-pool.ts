import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fromExactJson, toExactJson, type Figures } from '../simulation-figures';
import type { Extent, Part, Scene } from './scene';

/** What a thread is started with. */
export interface ThreadSetup {
  readonly url: string;
  /** As exact JSON. */
  readonly scene: string;
  readonly extent: Extent;
}

/** What a thread says: that it is ready, or the figures of a part as exact JSON. */
export interface ThreadWord {
  readonly partNo: number | null;
  readonly figures: string | null;
}

/** How a replay runs. */
export interface ReplayOptions {
  readonly url: string;
  readonly threads: number;
  /** Node's options for the threads; tests compile TypeScript on the way. */
  readonly execArgv?: readonly string[];
  /** Ends the threads at once; what is done by then stays done. */
  readonly signal: AbortSignal;
  /** Takes in a part; threads go on meanwhile. What it throws ends the replay. */
  onPart(part: Part, figures: Figures): Promise<void>;
}

/** Replays the parts in threads. Resolves when all are taken in, or when the signal has ended it; leaves no thread behind. */
export async function replayParts(
  parts: readonly Part[],
  scene: Scene,
  extent: Extent,
  options: ReplayOptions,
): Promise<void> {
  const { url, signal } = options;
  const setup: ThreadSetup = { url, scene: toExactJson(scene), extent };
  const queue = [...parts];
  const threads = Array.from({ length: Math.min(options.threads, parts.length) }, () => startThread(setup, options));
  const end = (): Promise<unknown> => Promise.all(threads.map(({ worker }) => worker.terminate()));
  const onAbort = (): void => void end();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.all(threads.map((thread) => feed(thread, queue, options)));
  } finally {
    signal.removeEventListener('abort', onAbort);
    await end();
  }
}

interface Thread {
  readonly worker: Worker;
  /** The thread's next word; null once the thread was ended. Rejects when it failed. */
  next(): Promise<ThreadWord | null>;
}

/** Beside this file, compiled as it is. */
const THREAD = join(__dirname, `replay-thread${extname(__filename)}`);

function startThread(workerData: ThreadSetup, { execArgv }: ReplayOptions): Thread {
  const worker = new Worker(THREAD, { workerData, ...(execArgv && { execArgv: [...execArgv] }) });
  let failure: Error | null = null;
  let hasExited = false;
  worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => (hasExited = true));
  const next = (): Promise<ThreadWord | null> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => (failure === null ? resolve(null) : reject(failure));
      if (hasExited) return onExit();
      worker.once('exit', onExit);
      worker.once('message', (word: ThreadWord) => {
        worker.off('exit', onExit);
        resolve(word);
      });
    });
  return { worker, next };
}

/** Gives a thread one part after another until none is left. */
async function feed({ worker, next }: Thread, queue: Part[], { signal, onPart }: ReplayOptions): Promise<void> {
  let word = await next();
  for (let part = queue.shift(); part !== undefined && word !== null && !signal.aborted; part = queue.shift()) {
    worker.postMessage(part);
    word = await next();
    if (word !== null && word.figures !== null) await onPart(part, fromExactJson<Figures>(word.figures));
  }
}
