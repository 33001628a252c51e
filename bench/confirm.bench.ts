// A confirmed purchase in the ledger against pgbench's transaction (TPC-B-like): same Postgres, same number at a time, taking
// turns in one run; few tills at a time and many. 500,000 members have lots; receipts use up limits and leave their events in the outbox. Then the same purchase
// through the HTTP of the ledger as a service.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, startStack } from '@adal/local';
import { ANONYMOUS, newId, PERMISSIONS, readPrivateKey, signActor } from '@adal/service';
import { openLedger } from './confirm/ledger-in-process.ts';
import { findPgbench } from './confirm/pgbench.ts';
import { signedQuote } from './confirm/signed-quotes.ts';
import { startTpcB } from './confirm/tpc-b.ts';
import { load } from './load.ts';
import { rateOf, type Rate } from './rate.ts';
import { report, type Figure } from './report.ts';
import { medianOf, takeTurns } from './turns.ts';

const CONCURRENCY = 8;
/** As many tills as a chain has at its busiest. */
const MANY = 32;
const MEMBERS = 500_000;
const SPENT_MINOR = 1_000;
const ROUNDS = 7;
const SECONDS = { warmUp: 1, round: 1 };
const HTTP_REQUESTS = { warmUp: 500, measured: 2_000 };

const dataDir = mkdtempSync(join(tmpdir(), 'adal-bench-'));
chmodSync(dataDir, 0o755);
const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), databases: ['adal_ledger', 'tpc_b'] });
const tpcB = await startTpcB(postgres.urlOf('tpc_b'), MANY);
const pgbench = findPgbench(postgres.urlOf('tpc_b'));
const ledger = await openLedger(postgres.urlOf('adal_ledger'), CONCURRENCY);
const { privateKey } = ledger.quoteKeys;

const members = await ledger.haveMembers(MEMBERS);
/** A cap of the member's own, and a budget that all sales share. */
const limitsOf = (memberId: string, hot: boolean) => [
  { key: `promotion:P1:member:${memberId}`, kind: 'USES_PER_MEMBER' as const, amount: 1, max: 1_000_000 },
  ...(hot ? [{ key: 'promotion:P1:budget', kind: 'MONEY_BUDGET' as const, amount: 12_500, max: 1e15 }] : []),
];
/** A member's quote is confirmed again and again, each time as another purchase. */
const quotesOf = (lines: number, spentMinor: number, limits: 'none' | 'own' | 'hot' = 'none'): string[] =>
  members.map((memberId) => {
    const shape = { lines, memberId, spentMinor, activationDays: 14 };
    return signedQuote({ ...shape, limits: limits === 'none' ? [] : limitsOf(memberId, limits === 'hot') }, privateKey);
  });
const anonymous = signedQuote({ lines: 5, memberId: null, spentMinor: 0, activationDays: 0 }, privateKey);
const earning = quotesOf(5, 0);
const fiveLines = quotesOf(5, SPENT_MINOR);
const twentyLines = quotesOf(20, SPENT_MINOR);
const capped = quotesOf(20, SPENT_MINOR, 'own');
const budgeted = quotesOf(20, SPENT_MINOR, 'hot');
const anyOf = (quotes: readonly string[]): string => quotes[Math.floor(Math.random() * quotes.length)] ?? '';
const confirmAny = (quotes: readonly string[]) => () => ledger.confirm(anyOf(quotes));

const THROUGH_CLIENT = 'TPC-B-like, seven round trips of our client';
const cases: readonly { name: string; work: () => Promise<void>; many?: true }[] = [
  { name: THROUGH_CLIENT, work: tpcB.statements, many: true },
  { name: 'TPC-B-like, one call', work: tpcB.oneCall },
  { name: 'confirm, 5 lines, anonymous', work: () => ledger.confirm(anonymous) },
  { name: 'confirm, 5 lines, points earned', work: confirmAny(earning) },
  { name: 'confirm, 5 lines, points spent and earned', work: confirmAny(fiveLines), many: true },
  { name: 'confirm, 20 lines, points spent and earned', work: confirmAny(twentyLines), many: true },
  { name: 'confirm, 20 lines, points, a cap of the member', work: confirmAny(capped) },
  { name: 'confirm, 20 lines, points, a cap and one hot budget', work: confirmAny(budgeted), many: true },
];

for (const { work } of cases) await rateOf({ seconds: SECONDS.warmUp, concurrency: CONCURRENCY }, work);
const PGBENCH = 'pgbench';
const BASELINE = pgbench ? PGBENCH : THROUGH_CLIENT;
const runs = [
  { concurrency: CONCURRENCY, cases },
  { concurrency: MANY, cases: cases.filter(({ many }) => many) },
];
const figures: Figure[] = [];
for (const run of runs) figures.push(...(await measure(run.concurrency, run.cases)));
const overHttp = await confirmOverHttp();

async function measure(concurrency: number, asked: typeof cases): Promise<Figure[]> {
  const rounds = await takeTurns(ROUNDS, [
    ...(pgbench ? [{ name: PGBENCH, run: () => pgbenchRate(pgbench, concurrency) }] : []),
    ...asked.map(({ name, work }) => ({ name, run: () => rateOf({ seconds: SECONDS.round, concurrency }, work) })),
  ]);
  return [...rounds.keys()].map((name) => {
    const median = (figure: keyof Rate): number => medianOf(rounds, name, figure);
    const [perSecond, p50Ms, p95Ms, p99Ms] = [median('perSecond'), median('p50Ms'), median('p95Ms'), median('p99Ms')];
    return {
      what: `${name}, ${concurrency} at a time`,
      ratio: `${medianOf(rounds, name, 'perSecond', BASELINE).toFixed(2)} × ${pgbench ? 'pgbench' : 'TPC-B-like'}`,
      aim: name.startsWith('confirm') ? '≥ 0.6' : '',
      figures: figuresOf({ perSecond, p50Ms, p95Ms, p99Ms }),
    };
  });
}

/** pgbench tells its average alone. */
async function pgbenchRate(run: NonNullable<typeof pgbench>, clients: number): Promise<Rate> {
  const { perSecond, averageMs } = await run(SECONDS.round, clients);
  return { perSecond, p50Ms: averageMs, p95Ms: NaN, p99Ms: NaN };
}

async function confirmOverHttp(): Promise<Rate> {
  process.env['DATABASE_URL_LEDGER'] = postgres.urlOf('adal_ledger');
  const { publicKey } = ledger.quoteKeys;
  const stack = await startStack({ dataDir, services: ['ledger'], env: { QUOTE_PUBLIC_KEY: publicKey } });
  const actor = { ...ANONYMOUS, kind: 'partner', id: 'till', permissions: new Set(PERMISSIONS) } as const;
  const before = await ledger.countPurchases();
  const query = `mutation Confirm($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) {
    __typename ... on PurchaseConfirmed { purchase { id payable pointsEarned } } } }`;
  const send = async (requests: number): Promise<Rate> => {
    const token = await signActor(actor, readPrivateKey(stack.keys.actor.privateKey));
    const options = { requests, concurrency: CONCURRENCY, headers: { 'adal-actor': token } };
    return load(`${stack.urls.ledger}/graphql`, options, () => ({
      query,
      variables: { input: { purchaseId: newId(), quote: anyOf(fiveLines) } },
    }));
  };
  try {
    // What was booked in process is told and chained first: that is not the load of a till.
    await ledger.isCaughtUp();
    await send(HTTP_REQUESTS.warmUp);
    const rate = await send(HTTP_REQUESTS.measured);
    const booked = (await ledger.countPurchases()) - before;
    if (booked !== HTTP_REQUESTS.warmUp + HTTP_REQUESTS.measured)
      throw new Error(`Only ${booked} purchases were booked`);
    return rate;
  } finally {
    await stack.stop();
  }
}

function figuresOf({ perSecond, p50Ms, p95Ms, p99Ms }: Rate): string {
  const times = Number.isNaN(p99Ms)
    ? `average ${p50Ms.toFixed(1)} ms`
    : `p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms`;
  return `${Math.round(perSecond).toLocaleString('en')}/s; ${times}`;
}

const http = `confirm over HTTP, 5 lines, points spent and earned, ${CONCURRENCY} at a time`;
await report('confirm', [...figures, { what: http, ratio: '', aim: '', figures: figuresOf(overHttp) }]);
await Promise.all([tpcB.stop(), ledger.stop()]);
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });
