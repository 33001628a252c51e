import { parentPort, workerData } from 'node:worker_threads';
import { createDataSource, invariant } from '@adal/service';
import { fromExactJson, toExactJson } from '../simulation-figures';
import type { ThreadSetup, ThreadWord } from './replay-pool';
import { replayer, type Replayer } from './replayer';
import type { Part, Scene } from './scene';

/** A thread of the pool: replays the parts it is given, one at a time, on connections of its own. */
async function work(): Promise<void> {
  invariant(parentPort !== null, 'A thread of the pool has a parent');
  const port = parentPort;
  const { url, scene, extent } = workerData as ThreadSetup;
  // One connection for the page that is worked on, one for the next page.
  const db = createDataSource({ url, pool: 2, entities: [], migrations: [] });
  await db.initialize();
  const replaying: Replayer = await replayer(db, fromExactJson<Scene>(scene), extent);
  const tell = (word: ThreadWord): void => port.postMessage(word);
  port.on('message', (part: Part) => {
    replaying.replay(part).then(
      (figures) => tell({ partNo: part.no, figures: toExactJson(figures) }),
      // Thrown where nobody catches it, so that the pool hears of it as the thread's error.
      (error: unknown) => setImmediate(() => Promise.reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
  tell({ partNo: null, figures: null });
}

void work();
