// The hash chain and its check over half a million sales, against the least anybody could do with the same rows: read every one
// of them once as text and hash it, in one statement each.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extendChain } from '@adal/ledger/dist/features/proof/extend-chain.js';
import { verifyLedger } from '@adal/ledger/dist/features/proof/verify-ledger.js';
import { readTrialBalance } from '@adal/ledger/dist/features/journal/trial-balance.js';
import { startPostgres } from '@adal/local';
import { openLedger } from './confirm/ledger-in-process.ts';
import { report } from './report.ts';
import { makeBooks } from './verify/make-books.ts';

const SALES = 500_000;
const TABLES = ['journal_entry', 'posting', 'lot', 'purchase', 'purchase_line'];

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_ledger'] });
const ledger = await openLedger(postgres.urlOf('adal_ledger'), 4);
const ctx = ledger.context();
await ctx.db.query('alter role current_user set statement_timeout = 0');
await makeBooks(ctx.db, SALES);

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

async function chainAll(): Promise<void> {
  for (let chained = -1, before = -2; chained > before;) {
    before = chained;
    await extendChain.run(ctx);
    const rows: { items: string }[] = await ctx.db.query('select coalesce(sum(items), 0) as items from chain_block');
    chained = Number(rows[0]?.items);
  }
}

async function verify(memberId: string | null): Promise<void> {
  const found = await verifyLedger(ctx, { since: null, memberId, chain: true });
  if (!found.ok) throw new Error(found.fault ?? '');
  if (memberId === null && found.chained !== SALES * 2) throw new Error(`Only ${found.chained} items are chained`);
}

const chaining = await secondsOf(chainAll);
const hashing = await secondsOf(async () => {
  for (const table of TABLES) await ctx.db.query(`select count(sha256(convert_to(t::text, 'UTF8'))) from ${table} t`);
});
const verifying = await secondsOf(() => verify(null));
const ofMember = await secondsOf(() => verify('00000000-0000-0000-0000-000000000fff'));
const balance = await secondsOf(() => readTrialBalance(ctx, null));
const balanceThen = await secondsOf(() => readTrialBalance(ctx, new Date('2026-02-01')));

const row = (what: string, seconds: number, aim = ''): Parameters<typeof report>[1][number] => ({
  what,
  ratio: `${(seconds / hashing).toFixed(2)} × one hash of every row`,
  aim,
  figures: `${seconds.toFixed(seconds < 1 ? 3 : 1)} s`,
});
const of = `${SALES.toLocaleString('en')} entries and receipts of 3 lines`;
await report('verify', [
  row('every row of the books hashed once, in SQL', hashing),
  row(`chain ${of}`, chaining),
  row(`verify ${of}`, verifying, '< 60 s'),
  row('verify one member', ofMember, '< 1 s'),
  row('trial balance', balance),
  row('trial balance as of a day', balanceThen),
]);
await ledger.stop();
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });
