// A year's worth of what-if: a draft tried on a million receipts beside two hundred promotions, in two threads, against a loop that
// only reads the same rows by two connections of the same Postgres; then a draft that looks at what each member bought before.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition, Effect } from '@adal/engine';
import { startPostgres } from '@adal/local';
import { promotionsDataSource } from '@adal/promotions/dist/db/data-source.js';
import { replayParts } from '@adal/promotions/dist/features/replay/index.js';
import { readReceipts } from '@adal/promotions/dist/features/replay/receipt-rows.queries.js';
import { addFigures, noFigures } from '@adal/promotions/dist/features/simulation-figures/index.js';
import { planParts } from '@adal/promotions/dist/features/simulations/simulation.queries.js';
import { openDatabase } from '@adal/service';
import { programme, promotionOf } from './engine/mix.ts';
import { report, type Figure } from './report.ts';
import { EXTENT, haveReceipts } from './simulation/have-receipts.ts';

const RECEIPTS = Number(process.env.RECEIPTS ?? 1_000_000);
const PROMOTIONS = 200;
const THREADS = 2;
const PART_RECEIPTS = 10_000;

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_promotions'] });
const url = postgres.urlOf('adal_promotions');
const db = promotionsDataSource(url, 4);

const DRAFT_ID = '00000000-0000-4000-8000-000000000001';
const ALWAYS = { from: null, until: null, weekdays: [], hours: [{ from: 480, until: 1_320 }] };
const running = Array.from({ length: PROMOTIONS }, (_, index) => ({
  ...promotionOf(index),
  schedule: ALWAYS,
  id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
  membersOnly: false,
}));
const effects: Effect[] = [{ kind: 'PERCENT', goods: { kind: 'CATEGORY', in: ['Dept 3'] }, percent: 1_500n }];
const draft = (condition: Condition | null) => {
  const schedule = { from: null, until: null, weekdays: [], hours: [] };
  const cap = { amount: null, percent: null };
  const caps = { line: cap, basket: cap, pointsPerBasket: null, usesPerBasket: null };
  const [holdout, rest] = [
    { share: 1_000n, salt: null, anonymous: true },
    { stacking: null, variants: [], membersOnly: false },
  ];
  return {
    id: DRAFT_ID,
    version: 0,
    name: 'Draft',
    priority: 500,
    schedule,
    caps,
    holdout,
    condition,
    effects,
    ...rest,
  };
};

interface Run {
  readonly seconds: number;
  readonly touched: number;
  readonly memoryMb: number;
  /** Of our threads; Postgres has its own. */
  readonly cpuSeconds: number;
}

async function replay(condition: Condition | null): Promise<Run> {
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const parts = await planParts(db, EXTENT, PART_RECEIPTS);
  const sum = noFigures();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
  const scene = { programme, without: running, with: [...running, draft(condition)], draftIds: [DRAFT_ID] };
  await replayParts(parts, scene, EXTENT, {
    url,
    threads: THREADS,
    signal: new AbortController().signal,
    onPart: async (_, figures) => addFigures(sum, figures),
  });
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpu);
  if (sum.all.receipts !== RECEIPTS) throw new Error(`${sum.all.receipts} of ${RECEIPTS} receipts were replayed`);
  const seconds = (performance.now() - startedMs) / 1_000;
  return { seconds, touched: sum.touchedReceipts, memoryMb: most / 2 ** 20, cpuSeconds: (user + system) / 1e6 };
}

/** The same rows by the same statements, thrown away. */
async function readOnly(): Promise<number> {
  const startedMs = performance.now();
  const parts = await planParts(db, EXTENT, PART_RECEIPTS);
  let rows = 0;
  const reader = async (): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift())
      for await (const page of readReceipts(db, part, EXTENT, 0)) rows += page.length;
  };
  await Promise.all(Array.from({ length: THREADS }, reader));
  if (rows !== RECEIPTS) throw new Error(`${rows} of ${RECEIPTS} receipts were read`);
  return (performance.now() - startedMs) / 1_000;
}

const perSecond = (seconds: number): string => Math.round(RECEIPTS / seconds).toLocaleString('en');

try {
  await openDatabase(db);
  await haveReceipts(db, RECEIPTS);
  await readOnly();
  const reading = await readOnly();
  const row = (what: string, { seconds, touched, memoryMb, cpuSeconds }: Run): Figure => ({
    what: `${RECEIPTS.toLocaleString('en')} receipts, ${what}`,
    ratio: `${(seconds / reading).toFixed(1)} × only reading the rows`,
    aim: '≤ 60 s on 2 cores',
    figures: `${seconds.toFixed(1)} s, ${perSecond(seconds)} receipts/s in ${THREADS} threads, which used ${cpuSeconds.toFixed(0)} s of processor; ${touched.toLocaleString('en')} receipts touched; at most ${Math.round(memoryMb)} MB`,
  });
  const bought: Condition = {
    kind: 'BOUGHT',
    goods: { kind: 'CATEGORY', in: ['Dept 3'] },
    measure: 'RECEIPTS',
    atLeast: 2n,
    atMost: null,
    withinDays: 30,
  };
  const plain = await replay(null);
  const withPast = await replay(bought);
  await report('simulation', [
    {
      what: 'only reading the rows',
      ratio: '1.0',
      aim: '',
      figures: `${reading.toFixed(1)} s, ${perSecond(reading)} receipts/s`,
    },
    row(`${PROMOTIONS} promotions and a draft`, plain),
    row('a draft that looks at 30 days of what was bought', withPast),
  ]);
} finally {
  await db.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
