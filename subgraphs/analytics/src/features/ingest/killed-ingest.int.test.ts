import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PurchaseConfirmed } from '@adal/events';
import { aLine, anEvent, aReceipt, type SealedEvent } from '../../../test/builders';
import {
  freshFolder,
  openTestStore,
  soon,
  startAnalytics,
  startTestIngest,
  type TestAnalytics,
} from '../../../test/harness';

const KILLS = 20;
const SALES_AT_ONCE = 25;
const MEMBERS = Array.from({ length: 40 }, () => randomUUID());

describe('a process that takes events in', () => {
  // Twenty processes are started one after the other.
  jest.setTimeout(180_000);
  const folder = freshFolder();
  let analytics: TestAnalytics;
  let child: ChildProcess | undefined;
  let till: ReturnType<typeof openTill> | undefined;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await till?.close();
    await analytics.stop();
    folder.remove();
  });

  it('loses and doubles nothing when it is killed in the middle twenty times', async () => {
    till = openTill(analytics);
    for (let kill = 0; kill < KILLS; kill += 1) {
      child = await startProcess(analytics, folder.path);
      // Before its first batch, amid it, or some batches later.
      await sleep((kill % 8) * 40);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const sales = await till.close();

    const store = await openTestStore(folder.path);
    const ingest = startTestIngest(store, analytics.db, analytics.streams);
    const read = async (sql: string): Promise<unknown> => (await store.query({ sql, parameters: {} }))[0];
    try {
      await soon(async () => {
        expect(await read('SELECT count() AS rows FROM receipts')).toEqual({ rows: String(sales) });
        return true;
      });
      await store.refreshFeatures();
      for (const [sql, times] of COUNTS) expect([sql, await read(sql)]).toEqual([sql, { n: String(sales * times) }]);
    } finally {
      await ingest.stop();
      await store.close();
    }
    expect(readdirSync(folder.path).filter((name) => name.includes('.damaged-'))).toEqual([]);
  });
});

/** What is counted, and how often a sale of two lines is in it. */
const COUNTS: readonly (readonly [string, number])[] = [
  ['SELECT uniqExactIf(receipt_id, true) AS n FROM receipts', 1],
  ['SELECT count() AS n FROM lines', 2],
  ['SELECT count() AS n FROM points', 1],
  ['SELECT count() AS n FROM member_receipts', 1],
  ['SELECT count() AS n FROM member_lines', 2],
  ['SELECT toInt64(sum(receipts)) AS n FROM sales_by_hour', 1],
  ['SELECT toInt64(sum(receipt_lines)) AS n FROM sales_by_sku', 2],
  ['SELECT toInt64(sum(purchases)) AS n FROM member_features', 1],
];

async function startProcess({ nats }: TestAnalytics, folder: string): Promise<ChildProcess> {
  const child = fork(join(__dirname, '../../../test/ingest-process.ts'), [nats.url, join(folder, 'analytics.duckdb')], {
    execArgv: ['--require', require.resolve('@adal/testkit/jest/register-ts')],
  });
  const died = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The process ended with ${code} by itself`)),
  );
  died.catch(() => undefined);
  await Promise.race([once(child, 'message'), died]);
  return child;
}

/** Sells without a pause, each sale an event of its own, until it is closed; answers how many sales there were. */
function openTill(analytics: TestAnalytics): { close(): Promise<number> } {
  let isOpen = true;
  let sales = 0;
  const sell = async (): Promise<void> => {
    while (isOpen) {
      await analytics.publish(...Array.from({ length: SALES_AT_ONCE }, () => sale((sales += 1))));
      await sleep(20);
    }
  };
  const selling = sell();
  return {
    close: async () => {
      isOpen = false;
      await selling;
      return sales;
    },
  };
}

function sale(n: number): SealedEvent {
  const lines = [1, 2].map((lineNo) => aLine({ lineNo, sku: `SKU-${(n * lineNo) % 100}`, pointsEarnedMinor: 5 }));
  const receipt = aReceipt({ memberId: MEMBERS[n % MEMBERS.length] ?? null, lines });
  return anEvent(PurchaseConfirmed, { receipt, balance: null, pointsActivateAt: null, pointsExpireAt: null });
}
