// Analytics: how fast events become facts, against DuckDB's bare appender; and on a running stack at fifty sales a second,
// how long it takes from a till's receipt to the dashboard that follows the metric.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driveIngest, openDuckdbStore, type IngestLoad } from '@adal/analytics';
import { createLogger } from '@adal/service';
import { startChain } from './chain.ts';
import { bareAppendRate } from './ingest/bare-append.ts';
import { buyersOf, confirmSteadily, type Booked } from './ingest/steady-tills.ts';
import { watchMetric, type WatchedMetric } from './ingest/watch-metric.ts';
import { percentile } from './load.ts';
import { report, type Figure } from './report.ts';

const LINES = 3;
const LOADS: readonly { what: string; load: IngestLoad }[] = [
  {
    what: 'live: an event a receipt',
    load: { receipts: 10_000, linesPerReceipt: LINES, receiptsPerEvent: 1, days: 1 },
  },
  {
    what: 'import: 250 receipts an event',
    load: { receipts: 50_000, linesPerReceipt: LINES, receiptsPerEvent: 250, days: 365 },
  },
];
const MEMBERS = 100;
const TILLS = { perSecond: 50, seconds: 20 };
const SEEN_WITHIN_MS = 30_000;

const count = (value: number): string => Math.round(value).toLocaleString('en');

async function measureIngest(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'adal-bench-'));
  const log = createLogger('analytics', 'silent');
  const store = await openDuckdbStore({ path: join(folder, 'facts.duckdb'), memoryLimit: '1GB', log });
  const figures: Figure[] = [];
  for (const { what, load } of LOADS) {
    const bare = await bareAppendRate(join(folder, `bare-${load.receiptsPerEvent}.duckdb`), load.receipts * LINES);
    const { events, receipts, seconds } = await driveIngest(store, load, log);
    const lines = (receipts * LINES) / seconds;
    figures.push({
      what,
      ratio: `${(lines / bare).toFixed(2)} × lines/s of the bare appender`,
      aim: '',
      figures: `${count(events / seconds)} events/s, ${count(receipts / seconds)} receipts/s, ${count(lines)} lines/s`,
    });
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function measureLatency(): Promise<Figure> {
  const chain = await startChain(MEMBERS);
  try {
    const buyers = await buyersOf(chain, MEMBERS, LINES);
    await confirmSteadily(chain, buyers, { perSecond: 10, seconds: 3 });
    await sleep(2_000);
    const [hour, now] = [3_600_000, Date.now()];
    const period = { from: new Date(now - hour).toISOString(), to: new Date(now + hour).toISOString() };
    const metric = await watchMetric(chain.stack.urls.gateway, chain.headers, { key: 'sales.receipts', ...period });
    const before = metric.seen.at(-1)?.value ?? 0;
    const booked = await confirmSteadily(chain, buyers, TILLS);
    const waits = await waitsOf(booked, metric, before);
    metric.stop();
    const confirmMs = percentile(
      booked.map(({ sentMs, answeredMs }) => answeredMs - sentMs),
      0.95,
    );
    const [p50, p95] = [percentile(waits, 0.5), percentile(waits, 0.95)];
    return {
      what: `receipt to dashboard at ${TILLS.perSecond} confirms/s through the gateway`,
      ratio: `p95 ${(p95 / confirmMs).toFixed(1)} × p95 of the confirm itself`,
      aim: 'p95 ≤ 2 s',
      figures: `p50 ${count(p50)}, p95 ${count(p95)} ms from the till's request; the confirm alone p95 ${count(confirmMs)} ms`,
    };
  } finally {
    await chain.stop();
  }
}

/** The n-th receipt to be answered is on the dashboard as soon as it counts n more than before. */
async function waitsOf(booked: readonly Booked[], metric: WatchedMetric, before: number): Promise<number[]> {
  const deadlineMs = performance.now() + SEEN_WITHIN_MS;
  while ((metric.seen.at(-1)?.value ?? 0) < before + booked.length) {
    if (performance.now() > deadlineMs)
      throw new Error(`The dashboard shows ${metric.seen.at(-1)?.value} of ${before + booked.length} receipts`);
    await sleep(50);
  }
  const inOrder = [...booked].sort((left, right) => left.answeredMs - right.answeredMs);
  return inOrder.map(({ sentMs }, n) => {
    const shown = metric.seen.find(({ value }) => value > before + n);
    return (shown?.atMs ?? NaN) - sentMs;
  });
}

const figures = await measureIngest();
await report('ingest', [...figures, await measureLatency()]);
