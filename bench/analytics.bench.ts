// Analytics over a chain of 46,500 members, 2 million receipts and 6 million lines (--full: ten times as much): what screens ask, beside
// SQL written by hand over the facts on the same engine; features of members; taking in beside readers; and memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driveIngest, openDuckdbStore } from '@adal/analytics';
import type { AnalyticsStore } from '@adal/analytics/dist/store/analytics-store.js';
import { createLogger } from '@adal/service';
import { buildChain } from './analytics/build-chain.ts';
import { medianMs } from './analytics/median-ms.ts';
import { askScreen, screens } from './analytics/questions.ts';
import { bareAppendRate } from './ingest/bare-append.ts';
import { report, type Figure } from './report.ts';
import { secondsOf } from './verify/seconds-of.ts';

const TIMES = process.argv.includes('--full') ? 10 : 1;
const SIZE = { members: 46_500 * TIMES, receipts: 2_000_000 * TIMES };
const LINES = 3;
const count = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const log = createLogger('analytics', 'silent');

const plain = (store: AnalyticsStore, sql: string) => store.query({ sql, parameters: {} });

async function measureScreens(store: AnalyticsStore): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const screen of screens) {
    const ours = await medianMs(() => askScreen(store, screen));
    const byHand = await medianMs(async () => {
      for (const sql of screen.byHand) await plain(store, sql);
    });
    figures.push({
      what: screen.what,
      ratio: `${(ours / byHand).toFixed(2)} × plain SQL over the facts`,
      aim: `≤ ${screen.aimMs} ms`,
      figures: `${ms(ours)}; plain ${ms(byHand)}`,
    });
  }
  return figures;
}

const FEATURES = 'SELECT member_id, count(*), sum(payable_minor), min(business_day), max(business_day) FROM receipts';
const BATCHES = 5;

async function measureFeatures(store: AnalyticsStore): Promise<Figure[]> {
  const figure = (what: string, seconds: number, plainMs: number): Figure => ({
    what,
    ratio: `${((seconds * 1_000) / plainMs).toFixed(2)} × five plain aggregates, only asked for`,
    aim: '',
    figures: `${ms(seconds * 1_000)}; plain ${ms(plainMs)}`,
  });
  const whole = await secondsOf(() => store.rebuildFeatures());
  const wholePlain = await medianMs(() => plain(store, `${FEATURES} WHERE identified GROUP BY member_id`));
  const runs: number[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await driveIngest(store, { receipts: 750, linesPerReceipt: LINES, receiptsPerEvent: 1, days: 1 }, log);
    runs.push(await secondsOf(() => store.refreshFeatures()));
  }
  const touched = runs.sort((left, right) => left - right)[Math.floor(BATCHES / 2)] ?? NaN;
  const some = '(SELECT member_id FROM members LIMIT 500)';
  const touchedPlain = await medianMs(() => plain(store, `${FEATURES} WHERE member_id IN ${some} GROUP BY member_id`));
  return [
    figure('features of all members, made and stored', whole, wholePlain),
    figure('features of 500 members who just bought', touched, touchedPlain),
  ];
}

/** Taking in while two readers keep asking for the home page. */
async function measureIngest(store: AnalyticsStore, folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, readers, load, aim] of [
    [
      'taking in, bulk: 250 receipts an event',
      0,
      { receipts: 50_000, receiptsPerEvent: 250, days: 365 },
      '≥ 20,000 receipts/s',
    ],
    ['taking in, live, with two readers', 2, { receipts: 10_000, receiptsPerEvent: 1, days: 1 }, '≥ 2,000 receipts/s'],
  ] as const) {
    const bare = await bareAppendRate(join(folder, `bare-${readers}.duckdb`), load.receipts * LINES);
    let asked = 0;
    let isOver = false;
    const [home] = screens;
    const reading = Array.from({ length: readers }, async () => {
      while (!isOver && home) {
        await askScreen(store, home);
        asked += 1;
      }
    });
    const { seconds } = await driveIngest(store, { ...load, linesPerReceipt: LINES }, log);
    isOver = true;
    await Promise.all(reading);
    const rate = load.receipts / seconds;
    figures.push({
      what,
      ratio: `${((rate * LINES) / bare).toFixed(2)} × lines/s of the bare appender`,
      aim,
      figures: `${count(rate)} receipts/s${readers > 0 ? `; ${count(asked / seconds)} home pages/s meanwhile` : ''}`,
    });
  }
  return figures;
}

const folder = mkdtempSync(join(tmpdir(), 'adal-bench-'));
const path = join(folder, 'facts.duckdb');
const open = () => openDuckdbStore({ path, memoryLimit: '1GB', log });
try {
  await (await open()).close();
  const building = await secondsOf(() => buildChain(path, SIZE));
  const store = await open();
  // Waits for its turn behind the filling.
  const filling = await secondsOf(() =>
    driveIngest(store, { receipts: 1, linesPerReceipt: 1, receiptsPerEvent: 1, days: 1 }, log),
  );
  const sorting = await secondsOf(() => store.maintain());
  const upkeep = (what: string, seconds: number): Figure => ({
    what,
    ratio: `${(seconds / building).toFixed(2)} × making the facts up by SQL`,
    aim: '',
    figures: `${seconds.toFixed(1)} s`,
  });
  const figures = [
    upkeep(`filling a file of an older version: ${count(SIZE.receipts)} receipts`, filling),
    upkeep('putting it in order', sorting),
    ...(await measureScreens(store)),
    ...(await measureFeatures(store)),
    ...(await measureIngest(store, folder)),
  ];
  await store.close();
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const memory = {
    what: 'memory of the process at most',
    ratio: `${(peakMb / 1_024).toFixed(2)} × the engine’s limit of 1 GB`,
  };
  await report('analytics', [...figures, { ...memory, aim: '≤ 4 GB', figures: `${count(peakMb)} MB` }]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
