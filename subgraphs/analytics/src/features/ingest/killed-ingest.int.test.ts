import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PurchaseConfirmed } from '@adal/events';
import { anEvent, aReceipt } from '../../../test/builders';
import {
  freshFolder,
  openTestStore,
  soon,
  startAnalytics,
  startTestIngest,
  type TestAnalytics,
} from '../../../test/harness';

const RECEIPTS = 600;
const KILLS = 4;

describe('a process that takes events in', () => {
  // Four processes are started one after the other, each compiling our sources on its way.
  jest.setTimeout(180_000);
  const folder = freshFolder();
  let analytics: TestAnalytics;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await analytics.stop();
    folder.remove();
  });

  it('loses and doubles nothing when it is killed in the middle, again and again', async () => {
    const publishing = publish(analytics, RECEIPTS);
    for (let kill = 0; kill < KILLS; kill += 1) {
      child = await startProcess(analytics, folder.path);
      await sleep(100 + kill * 100);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await publishing;

    const store = await openTestStore(folder.path);
    const ingest = startTestIngest(store, analytics.db, analytics.streams);
    const sql = `SELECT count() AS rows, uniqExactIf(receipt_id, true) AS receipts,
      (SELECT toInt64(sum(receipts)) FROM sales_by_hour) AS summed FROM receipts`;
    try {
      await soon(async () => {
        const counted = await store.query({ sql, parameters: {} });
        expect(counted).toEqual([{ rows: String(RECEIPTS), receipts: String(RECEIPTS), summed: String(RECEIPTS) }]);
        return true;
      });
    } finally {
      await ingest.stop();
      await store.close();
    }
  });
});

async function startProcess({ db, nats }: TestAnalytics, folder: string): Promise<ChildProcess> {
  const { url } = db.options as { url?: string };
  const child = fork(
    join(__dirname, '../../../test/ingest-process.ts'),
    [url ?? '', nats.url, join(folder, 'analytics.duckdb')],
    { execArgv: ['--require', require.resolve('@adal/testkit/jest/register-ts')] },
  );
  const died = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The process ended with ${code} by itself`)),
  );
  died.catch(() => undefined);
  await Promise.race([once(child, 'message'), died]);
  return child;
}

/** Sales, a few at a time, for as long as the kills take. */
async function publish(analytics: TestAnalytics, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const receipt = aReceipt({ purchaseId: `r-${index}` });
    await analytics.publish(
      anEvent(PurchaseConfirmed, { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null }),
    );
    if (index % 10 === 0) await sleep(60);
  }
}
