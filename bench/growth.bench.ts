// What a confirm costs, and how long it takes to find receipts, as the books grow: the confirm beside pgbench on the same Postgres
// at each size, in turns.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@adal/local';
import { openLedger } from './confirm/ledger-in-process.ts';
import { findPgbench } from './confirm/pgbench.ts';
import { signedQuote } from './confirm/signed-quotes.ts';
import { startTpcB } from './confirm/tpc-b.ts';
import { openGrowingBooks } from './growth/grow-books.ts';
import { receiptSearches } from './growth/receipt-searches.ts';
import { rateOf, type Rate } from './rate.ts';
import { report, type Figure } from './report.ts';
import { medianOf, takeTurns, type Rounds } from './turns.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,1000000,3000000,5000000' }, record: { type: 'boolean' } },
});
const SIZES = values.sizes.split(',').map(Number);
/** Searches are measured at this size, or the largest. */
const SEARCHED_AT = SIZES.includes(3_000_000) ? 3_000_000 : Math.max(...SIZES);
const CONCURRENCY = 8;
const MEMBERS = 500_000;
const ROUNDS = 5;
const SECONDS = { warmUp: 2, round: 2, search: 2 };
const SEARCHES_AT_ONCE = 2;

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({
  dataDir: join(dataDir, 'postgres'),
  databases: ['adal_ledger', 'tpc_b'],
  // What k8s/base gives it: books of this size are not kept by a cache for a laptop.
  settings: ['shared_buffers=1GB'],
});
const tpcB = await startTpcB(postgres.urlOf('tpc_b'), CONCURRENCY);
const pgbench = findPgbench(postgres.urlOf('tpc_b'));
const ledger = await openLedger(postgres.urlOf('adal_ledger'), CONCURRENCY);
const members = await ledger.haveMembers(MEMBERS);
const books = await openGrowingBooks(postgres.urlOf('adal_ledger'));
const shape = { lines: 5, spentMinor: 1_000, activationDays: 14 };
const quotes = members.map((memberId) => signedQuote({ ...shape, memberId }, ledger.quoteKeys.privateKey));
const confirm = (): Promise<void> => ledger.confirm(quotes[Math.floor(Math.random() * quotes.length)] ?? '');

const BASELINE = 'TPC-B-like';
const CONFIRM = 'confirm';

async function measureConfirm(): Promise<Rounds> {
  await rateOf({ seconds: SECONDS.warmUp, concurrency: CONCURRENCY }, confirm);
  const byClient = (): Promise<Rate> => rateOf({ seconds: SECONDS.round, concurrency: CONCURRENCY }, tpcB.statements);
  const byPgbench = async (): Promise<Rate> => {
    const rate = await pgbench?.(SECONDS.round, CONCURRENCY);
    return rate ? { perSecond: rate.perSecond, p50Ms: rate.averageMs, p95Ms: NaN, p99Ms: NaN } : byClient();
  };
  return takeTurns(ROUNDS, [
    { name: BASELINE, run: byPgbench },
    { name: CONFIRM, run: () => rateOf({ seconds: SECONDS.round, concurrency: CONCURRENCY }, confirm) },
  ]);
}

async function measureSearches(size: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, draw] of Object.entries(receiptSearches(size, MEMBERS))) {
    await rateOf({ seconds: SECONDS.search / 4, concurrency: SEARCHES_AT_ONCE }, () => ledger.search(draw()));
    const { p50Ms, p95Ms, p99Ms } = await rateOf({ seconds: SECONDS.search, concurrency: SEARCHES_AT_ONCE }, () =>
      ledger.search(draw()),
    );
    const times = `p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms with the count`;
    figures.push({ what: `find by ${name}`, ratio: '', aim: 'p95 ≤ 200 ms', figures: times });
  }
  return figures;
}

const figures: Figure[] = [];
const searches: Figure[] = [];
let first: number | null = null;
for (const size of SIZES) {
  await books.growTo(size);
  console.error(`${size.toLocaleString('en')} receipts`);
  const rounds = await measureConfirm();
  const ratio = medianOf(rounds, CONFIRM, 'perSecond', BASELINE);
  first ??= ratio;
  const median = (figure: keyof Rate): string => medianOf(rounds, CONFIRM, figure).toFixed(1);
  figures.push({
    what: `confirm, 5 lines, with ${size.toLocaleString('en')} receipts in the books`,
    ratio: `${ratio.toFixed(2)} × ${pgbench ? 'pgbench' : BASELINE}, ${(ratio / first).toFixed(2)} × the first`,
    aim: '≥ 0.9 × the first',
    figures: `${Math.round(medianOf(rounds, CONFIRM, 'perSecond')).toLocaleString('en')}/s; p50 ${median('p50Ms')}, p95 ${median('p95Ms')}, p99 ${median('p99Ms')} ms`,
  });
  if (size === SEARCHED_AT) searches.push(...(await measureSearches(size)));
}
await report('growth', [...figures, ...searches]);
await Promise.all([tpcB.stop(), ledger.stop(), books.stop()]);
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });
