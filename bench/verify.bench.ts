// The hash chain and its check over half a million sales, against the least anybody could do with the same rows: read every one
// of them once as text and hash it, in one statement each.
import type { LedgerContext } from '@adal/ledger/dist/context.js';
import { extendChain } from '@adal/ledger/dist/features/proof/extend-chain.js';
import { verifyLedger } from '@adal/ledger/dist/features/proof/verify-ledger.js';
import { readTrialBalance } from '@adal/ledger/dist/features/trial-balance/trial-balance.js';
import { report } from './report.ts';
import { makeBooks } from './verify/make-books.ts';
import { withBooks } from './verify/open-books.ts';
import { secondsOf } from './verify/seconds-of.ts';

const SALES = 500_000;
const TABLES = ['journal_entry', 'posting', 'lot', 'purchase', 'purchase_line'];

async function chainAll(ctx: LedgerContext): Promise<void> {
  for (let chained = -1, before = -2; chained > before;) {
    before = chained;
    await extendChain.run(ctx);
    const rows: { items: string }[] = await ctx.db.query('select coalesce(sum(items), 0) as items from chain_block');
    chained = Number(rows[0]?.items);
  }
}

async function verify(ctx: LedgerContext, memberId: string | null): Promise<void> {
  const found = await verifyLedger(ctx, { since: null, memberId, chain: true });
  if (!found.ok) throw new Error(found.fault ?? '');
  if (memberId === null && found.chained !== SALES * 2) throw new Error(`Only ${found.chained} items are chained`);
}

await withBooks(async (ledger) => {
  const ctx = ledger.context();
  await makeBooks(ctx.db, SALES);
  const chaining = await secondsOf(() => chainAll(ctx));
  const hashing = await secondsOf(async () => {
    for (const table of TABLES) await ctx.db.query(`select count(sha256(convert_to(t::text, 'UTF8'))) from ${table} t`);
  });
  const verifying = await secondsOf(() => verify(ctx, null));
  const ofMember = await secondsOf(() => verify(ctx, '00000000-0000-0000-0000-000000000fff'));
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
    row(`verify ${of}`, verifying, '≤ 3'),
    row('verify one member', ofMember, '< 1 s'),
    row('trial balance', balance),
    row('trial balance as of a day', balanceThen),
  ]);
});
