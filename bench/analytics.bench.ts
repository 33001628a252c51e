// Analytics over a chain of 46,500 members, 2 million receipts and 6 million lines: what screens ask, beside SQL written by hand over the
// facts on the same engine, and on Postgres; features of members; taking in beside readers; and memory. --full: ten times as much,
// without Postgres, recorded as analytics-full. --file <path>: the store is made there once and kept, for making it takes minutes.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { driveIngest, openDuckdbStore } from '@adal/analytics';
import { reportPresets } from '@adal/analytics/dist/features/report-registry/index.js';
import { runReport } from '@adal/analytics/dist/features/reports/run-report.js';
import type { AnalyticsStore } from '@adal/analytics/dist/store/analytics-store.js';
import { createLogger } from '@adal/service';
import { buildChain } from './analytics/build-chain.ts';
import { medianMs } from './analytics/median-ms.ts';
import { contextOf, homePage, questions } from './analytics/questions.ts';
import { sameInPostgres, type SamePostgres } from './analytics/same-in-postgres.ts';
import { bareAppendRate } from './ingest/bare-append.ts';
import { report, type Figure } from './report.ts';
import { secondsOf } from './verify/seconds-of.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean' }, file: { type: 'string' }, record: { type: 'boolean' } },
});
const FULL = values.full ?? false;
const TIMES = FULL ? 10 : 1;
const SIZE = { members: 46_500 * TIMES, receipts: 2_000_000 * TIMES };
const LINES = 3;
const count = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const log = createLogger('analytics', 'silent');

const plain = (store: AnalyticsStore, sql: string) => store.query({ sql, parameters: {} });

async function measureQuestions(store: AnalyticsStore, postgres: SamePostgres | null): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, aimMs, ours, byHand } of questions) {
    const oursMs = await medianMs(() => ours(store));
    const plainMs = await medianMs(async () => {
      for (const sql of byHand) await plain(store, sql);
    });
    const there =
      postgres &&
      (await medianMs(async () => {
        for (const sql of byHand) await postgres.ask(sql);
      }));
    const against = there === null ? '' : `, ${(oursMs / there).toFixed(3)} × Postgres`;
    figures.push({
      what,
      ratio: `${(oursMs / plainMs).toFixed(2)} × plain SQL over the facts${against}`,
      aim: `≤ ${aimMs} ms`,
      figures: `${ms(oursMs)}; plain ${ms(plainMs)}${there === null ? '' : `; Postgres ${ms(there)}`}`,
    });
  }
  return figures;
}

const REPORTED = { from: '2025-10-31', to: '2026-10-30' };
const REPORT_MS = 500;

async function measureReports(store: AnalyticsStore): Promise<Figure> {
  const asked: { key: string; tookMs: number }[] = [];
  for (const { key } of reportPresets) {
    const tookMs = await medianMs(() => runReport(contextOf(store), reportPresets, { key, ...REPORTED }));
    asked.push({ key, tookMs });
  }
  asked.sort((left, right) => right.tookMs - left.tookMs);
  const slow = asked.filter(({ tookMs }) => tookMs > REPORT_MS);
  return {
    what: `every preset report over a year: ${asked.length} of them`,
    ratio: `${slow.length} slower than the aim`,
    aim: `≤ ${REPORT_MS} ms`,
    figures: asked
      .slice(0, Math.max(3, slow.length))
      .map(({ key, tookMs }) => `${key} ${ms(tookMs)}`)
      .join(', '),
  };
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
    const reading = Array.from({ length: readers }, async () => {
      while (!isOver) {
        await homePage.ours(store);
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
const path = values.file ?? join(folder, 'facts.duckdb');
const open = () => openDuckdbStore({ path, memoryLimit: '1GB', log });
let postgres: SamePostgres | null = null;
try {
  if (!existsSync(path)) {
    await (await open()).close();
    const building = await secondsOf(() => buildChain(path, SIZE));
    console.log(`Made up ${count(SIZE.receipts)} receipts in ${building.toFixed(0)} s.`);
  }
  if (!FULL) postgres = await sameInPostgres(path, folder);
  const store = await open();
  const features = await measureFeatures(store);
  const figures = [
    ...(await measureQuestions(store, postgres)),
    await measureReports(store),
    ...features,
    ...(await measureIngest(store, folder)),
  ];
  await store.close();
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const memory = {
    what: `memory of the process at most${values.file ? '' : ', making up the facts with 2 GB included'}`,
    ratio: `${(peakMb / 1_024).toFixed(2)} × the engine’s limit of 1 GB`,
  };
  await report(FULL ? 'analytics-full' : 'analytics', [
    ...figures,
    { ...memory, aim: '≤ 4 GB', figures: `${count(peakMb)} MB` },
  ]);
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
