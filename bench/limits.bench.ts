// Confirms that use up one budget together, sharded and as one row, against confirms with limits of their own and without: same
// Postgres, same purchases, sixteen at a time, taking turns in one run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QuotePayload } from '@adal/events';
import { startPostgres } from '@adal/local';
import { openLedger } from './confirm/ledger-in-process.ts';
import { signedQuote } from './confirm/signed-quotes.ts';
import { rateOf, type Rate } from './rate.ts';
import { report } from './report.ts';
import { medianOf, takeTurns } from './turns.ts';

const CONCURRENCY = 16;
const ROUNDS = 7;
const SECONDS = { warmUp: 1, round: 0.7 };
/** Counters of members beside each other: tills hardly ever meet. */
const COUNTERS = 1_000;
const BUDGETS = 20;
const DISCOUNT_MINOR = 25_000;
const BUDGET_MINOR = 1_000_000_000_000;

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_ledger'] });
const ledger = await openLedger(postgres.urlOf('adal_ledger'), CONCURRENCY);

type Limits = QuotePayload['limits'];
/** A budget for all is sharded; what is counted for one member or one coupon is one row. */
const limit = (name: string, kind: 'MONEY_BUDGET' | 'USES_PER_MEMBER' | 'COUPON'): Limits[number] => ({
  key: `${kind}:${name}`,
  kind,
  amount: DISCOUNT_MINOR,
  max: BUDGET_MINOR,
});
const quoteOf = (limits: Limits): string =>
  signedQuote({ lines: 5, memberId: null, spentMinor: 0, activationDays: 0, limits }, ledger.quoteKeys.privateKey);
const anyOf = (quotes: readonly string[]): string => quotes[Math.floor(Math.random() * quotes.length)] ?? '';
const quotesOf = (limitsOf: (n: number) => Limits): string[] =>
  Array.from({ length: COUNTERS }, (_, n) => quoteOf(limitsOf(n)));

const none = quoteOf([]);
const own = quotesOf((n) => [limit(`${n}`, 'USES_PER_MEMBER')]);
const three = quotesOf((n) => ['a', 'b', 'c'].map((part) => limit(`${n}:${part}`, 'USES_PER_MEMBER')));
const many = quotesOf((n) => [limit(`${n % BUDGETS}`, 'MONEY_BUDGET')]);
const hotRow = quoteOf([limit('hot', 'COUPON')]);
const hot = quoteOf([limit('hot', 'MONEY_BUDGET')]);

const BASELINE = 'confirm, no limit';
const cases: readonly { name: string; work: () => Promise<void> }[] = [
  { name: BASELINE, work: () => ledger.confirm(none) },
  { name: 'confirm, a limit of its own', work: () => ledger.confirm(anyOf(own)) },
  { name: 'confirm, three limits of its own', work: () => ledger.confirm(anyOf(three)) },
  { name: `confirm, one of ${BUDGETS} budgets`, work: () => ledger.confirm(anyOf(many)) },
  { name: 'confirm, one budget for all tills, sharded', work: () => ledger.confirm(hot) },
  { name: 'confirm, one budget for all tills, if it were one row', work: () => ledger.confirm(hotRow) },
];

for (const { work } of cases) await rateOf({ seconds: SECONDS.warmUp, concurrency: CONCURRENCY }, work);
const rounds = await takeTurns(
  ROUNDS,
  cases.map(({ name, work }) => ({
    name,
    run: () => rateOf({ seconds: SECONDS.round, concurrency: CONCURRENCY }, work),
  })),
);

await report(
  'limits',
  cases.map(({ name }) => {
    const median = (figure: keyof Rate): number => medianOf(rounds, name, figure);
    return {
      what: name,
      ratio: `${medianOf(rounds, name, 'perSecond', BASELINE).toFixed(2)} × no limit`,
      aim: name.endsWith('sharded') ? '≥ 0.7' : '',
      figures: `${Math.round(median('perSecond')).toLocaleString('en')}/s; p50 ${median('p50Ms').toFixed(1)}, p95 ${median('p95Ms').toFixed(1)} ms; ${CONCURRENCY} at a time`,
    };
  }),
);
await ledger.stop();
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });
