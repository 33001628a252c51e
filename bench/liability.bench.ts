// What is owed, now, then and over two years of days, from the daily movements of five million postings; against the least anybody
// could do without them: one sum over the postings.
import { readTrialBalance } from '@adal/ledger/dist/features/trial-balance/trial-balance.js';
import { rollUpMovements } from '@adal/ledger/dist/features/journal/roll-up-movements.js';
import { readLiability, readLiabilitySeries } from '@adal/ledger/dist/features/liability/liability.queries.js';
import type { LedgerContext } from '@adal/ledger/dist/context.js';
import { report } from './report.ts';
import { withBooks } from './verify/open-books.ts';
import { secondsOf } from './verify/seconds-of.ts';

/** Each earns 1.00 and spends 0.40. */
const ENTRIES = 2_500_000;
/** Booked after the daily movements were summed: reports read them from the postings. */
const LIVE = 20_000;
const FROM = '2024-11-01';
const TO = '2026-10-31';
const [PAST, END] = [new Date('2025-12-24T09:30:00Z'), new Date('2026-11-01T00:00:00Z')];

const entries = (first: number, last: number): string => `
  from (select n, ('2' || lpad(to_hex(n), 31, '0'))::uuid as id, lpad(to_hex(n % 100000), 32, '0')::uuid as member,
    timestamptz '${FROM}' + n * interval '${(730 * 86_400) / ENTRIES} s' as at from generate_series(${first}, ${last}) n) e`;

/** Entries of one statement: none may take longer than a minute. */
const CHUNK = 100_000;

async function book(db: LedgerContext['db'], first: number, last: number): Promise<void> {
  for (let from = first; from <= last; from += CHUNK) {
    const chunk = entries(from, Math.min(from + CHUNK - 1, last));
    await db.query(`
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, available_after_minor,
        member_seq, pending_after_minor, held_after_minor, booked_xid)
      select n, id, 'GRANT', member, at, at, at::date, 'Grant', 0, n, 0, 0, n - ${ENTRIES + 1} ${chunk}`);
    await db.query(`
      insert into posting
      select n, id, s, d, 'LE' || n % 5, amount
      ${chunk}, (values ('ISSUED'::account_kind, 'AVAILABLE'::account_kind, 100), ('AVAILABLE', 'REDEEMED', 40)) p(s, d, amount)`);
  }
}

async function rollUpAll(ctx: LedgerContext): Promise<void> {
  for (let before = ''; ;) {
    await rollUpMovements.run(ctx);
    const [horizon]: { upto_xid: string }[] = await ctx.db.query('select upto_xid from movement_horizon');
    if (horizon?.upto_xid === before) return;
    before = horizon?.upto_xid ?? '';
  }
}

await withBooks(async (ledger) => {
  const ctx = ledger.context();
  await book(ctx.db, 1, ENTRIES - LIVE);
  await ctx.db.query('vacuum analyze');
  const rolling = await secondsOf(() => rollUpAll(ctx));
  await book(ctx.db, ENTRIES - LIVE + 1, ENTRIES);
  await ctx.db.query('vacuum analyze');

  const plain = await secondsOf(() =>
    ctx.db.query('select legal_entity, source, destination, sum(amount_minor) from posting group by 1, 2, 3'),
  );
  const series = { from: FROM, to: TO, grain: 'DAY', legalEntity: null, axis: 'OCCURRED' } as const;
  const measured: [what: string, seconds: number, aim: string][] = [
    ['liability now', await secondsOf(() => readLiability(ctx, END, null, 'OCCURRED')), '< 1'],
    ['liability in the middle of a past day', await secondsOf(() => readLiability(ctx, PAST, null, 'OCCURRED')), '< 1'],
    ['liability of 730 days, day by day', await secondsOf(() => readLiabilitySeries(ctx, series)), '< 1'],
    ['trial balance in the middle of a past day', await secondsOf(() => readTrialBalance(ctx, PAST)), '< 1'],
    ['summing all days anew', rolling, ''],
  ];
  const figures = (seconds: number): string => `${seconds.toFixed(seconds < 10 ? 3 : 1)} s`;
  await report('liability', [
    {
      what: `one sum over ${(ENTRIES * 2).toLocaleString('en')} postings`,
      ratio: '1.00 ×',
      aim: '',
      figures: figures(plain),
    },
    ...measured.map(([what, seconds, aim]) => ({
      what,
      ratio: `${(seconds / plain).toFixed(2)} × a sum over all postings`,
      aim,
      figures: figures(seconds),
    })),
  ]);
});
