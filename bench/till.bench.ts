// Tills at the gateway with everything that `npm start` runs on the same machine: how many confirms a second, how long they take at
// a steady rate, and what becomes of three times as many requests as there is room for. `--soak 60` instead sells for an hour, at
// `--per-second` confirms, and watches the ledger's memory.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { repoRoot } from '@adal/local';
import { readPrivateKey } from '@adal/service';
import { Pool } from 'pg';
import { startChain } from './chain.ts';
import { signedQuote } from './confirm/signed-quotes.ts';
import { load } from './load.ts';
import { openLoad, type OpenLoad } from './open-load.ts';
import { report, type Figure } from './report.ts';
import { memoryOf, watchMemory } from './till/watch-memory.ts';

const { values } = parseArgs({
  options: {
    soak: { type: 'string', default: '0' },
    'per-second': { type: 'string', default: '200' },
    record: { type: 'boolean', default: false },
  },
});
const MEMBERS = 300;
const LINES = 20;
const CONCURRENCY = 32;
const REQUESTS = { warmUp: 1_000, capacity: 4_000 };
const STEADY = { perSecond: 300, seconds: 20 };
const OVERLOAD = { times: 3, seconds: 20 };
const SOAK = { minutes: Number(values.soak), perSecond: Number(values['per-second']) };

const hasWeb = existsSync(join(repoRoot(), 'web', '.next', 'standalone'));
const chain = await startChain(MEMBERS, {}, hasWeb ? ['web', 'mail'] : ['mail']);
const { stack, client, demo, headers } = chain;
const url = stack.urls.graphql;
const books = new Pool({ connectionString: stack.databaseUrl('ledger'), max: 1 });
const query = `mutation Confirm($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { replayed purchase { id payable pointsSpent pointsEarned } } } }`;
const key = readPrivateKey(stack.keys.quote.privateKey);
const storeId = demo.till?.storeId ?? '';
const { members } = await client.ask<{ members: { edges: { node: { id: string } }[] } }>(
  '{ members(first: 500) { edges { node { id } } } }',
);
const quotes = members.edges.map(({ node }) =>
  signedQuote({ lines: LINES, memberId: node.id, spentMinor: 0, activationDays: 14, storeId }, key),
);
const request = (): object => ({
  query,
  variables: { input: { purchaseId: randomUUID(), quote: quotes[Math.floor(Math.random() * quotes.length)] } },
});
const offer = (perSecond: number, seconds: number): Promise<OpenLoad> =>
  openLoad(url, { perSecond, seconds, headers }, request);
const countPurchases = async (): Promise<number> => {
  const { rows } = await books.query<{ count: string }>('select count(*) from purchase');
  return Number(rows[0]?.count);
};

/** Once nothing more is booked: what the gateway gave up on may still be at work. */
const settled = async (): Promise<number> => {
  for (let count = await countPurchases(); ;) {
    await sleep(1_000);
    const later = await countPurchases();
    if (later === count) return count;
    count = later;
  }
};

const times = ({ p50Ms, p95Ms, p99Ms }: { p50Ms: number; p95Ms: number; p99Ms: number }): string =>
  `p50 ${Math.round(p50Ms)}, p95 ${Math.round(p95Ms)}, p99 ${Math.round(p99Ms)} ms`;
const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')}/s`;

async function measureRates(): Promise<Figure[]> {
  const capacity = await load(url, { requests: REQUESTS.capacity, concurrency: CONCURRENCY, headers }, request);
  const steady = await offer(STEADY.perSecond, STEADY.seconds);
  const before = await settled();
  const offered = capacity.perSecond * OVERLOAD.times;
  const over = await offer(offered, OVERLOAD.seconds);
  const booked = (await settled()) - before;
  return [
    {
      what: `confirms through the gateway, ${LINES} lines, ${CONCURRENCY} at a time, ${hasWeb ? 'everything' : 'everything but the web'} running`,
      ratio: '',
      aim: '≥ 300/s',
      figures: `${rate(capacity.perSecond)}; ${times(capacity)}`,
    },
    {
      what: `${STEADY.perSecond} confirms/s, whatever comes back`,
      ratio: '',
      aim: 'p99 ≤ 250 ms',
      figures: `${rate(steady.answered.perSecond)} answered, ${steady.shed} shed, ${steady.failed} failed; ${times(steady.answered)}`,
    },
    {
      what: `${OVERLOAD.times} × as many as were answered at most`,
      ratio: `${(over.answered.perSecond / capacity.perSecond).toFixed(2)} × the most`,
      aim: '≥ 0.8 × the most',
      figures: `${rate(offered)} offered; ${rate(over.answered.perSecond)} answered, ${times(over.answered)}; ${rate(over.shed / OVERLOAD.seconds)} told to come again, p99 ${Math.round(over.shedP99Ms)} ms; ${over.failed} failed; ${booked - over.answered.count} booked without an answer`,
    },
  ];
}

async function soak(): Promise<Figure> {
  const memory = watchMemory(() => memoryOf(stack.urls.ledger));
  const { answered, failed } = await offer(SOAK.perSecond, SOAK.minutes * 60);
  const { first, last } = memory.stop();
  return {
    what: `the ledger's memory over ${SOAK.minutes} minutes at ${SOAK.perSecond} confirms/s`,
    ratio: `${(last.heapMb / first.heapMb).toFixed(2)} × the heap, ${(last.rssMb / first.rssMb).toFixed(2)} × the memory of the first third`,
    aim: '≤ 1.1 ×',
    figures: `${rate(answered.perSecond)} answered, ${failed} failed, p99 ${Math.round(answered.p99Ms)} ms; heap ${Math.round(first.heapMb)} → ${Math.round(last.heapMb)} MB, memory ${Math.round(first.rssMb)} → ${Math.round(last.rssMb)} MB (medians of the first and last third)`,
  };
}

try {
  await load(url, { requests: REQUESTS.warmUp, concurrency: CONCURRENCY, headers }, request);
  if (SOAK.minutes > 0) await report('soak', [await soak()]);
  else await report('till', await measureRates());
} finally {
  await books.end();
  await chain.stop();
}
