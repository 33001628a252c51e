// A till's quote through the gateway of a running stack, against the least the gateway can be asked and against finding a
// member; with the demo chain's few promotions and with two hundred. Then tills at their own rate, with half a million members and
// everything that `npm start` runs on the same machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '@adal/local';
import { startChain } from './chain.ts';
import { load } from './load.ts';
import { openLoad } from './open-load.ts';
import { cardOf, growMembers } from './quote/grow-members.ts';
import { launchPromotions } from './quote/launch-promotions.ts';
import { report, type Figure } from './report.ts';
import { medianOf, takeTurns } from './turns.ts';

const MEMBERS = 100;
const PROMOTIONS = 200;
const LINES = 20;
const ROUNDS = 7;
const MANY_MEMBERS = 500_000;
const STEADY = { perSecond: 200, seconds: 20 };
/** One at a time says how long a till waits; several, how many tills a gateway carries. */
const RUNS = [
  { how: 'one at a time', concurrency: 1, requests: 100 },
  { how: 'eight at a time', concurrency: 8, requests: 300 },
];

const hasWeb = existsSync(join(repoRoot(), 'web', '.next', 'standalone'));
const chain = await startChain(MEMBERS, { RATE_STAFF: '10000' }, hasWeb ? ['web', 'mail'] : ['mail']);
const { client, demo, headers, stack } = chain;
const { till, member } = demo;
if (till === undefined || member === undefined) throw new Error('The demo chain has no till or no member');

const quote = {
  query: `query Quote($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename ... on PurchaseQuote {
    token expiresAt total discount pointsSpendable pointsSpent payable pointsEarned receiptText
    lines { lineNo sku quantity price discounts { promotionId amount reason } pointsSpent payable pointsEarned }
    applied { promotionId name discount pointsEarned } } } }`,
  variables: {
    input: {
      storeId: till.storeId,
      tillId: till.tillId,
      member: { cardNumber: member.cardNumber },
      pointsToSpend: '100.00',
      lines: Array.from({ length: LINES }, (_, index) => {
        const { sku = '', price = '0' } = till.skus[index % till.skus.length] ?? {};
        return { lineNo: index + 1, sku, quantity: '1', price };
      }),
    },
  },
};
const trivial = { query: '{ __typename }' };
const lookUp = {
  query: 'query Member($by: MemberKey!) { member(by: $by) { id status } }',
  variables: { by: { cardNumber: member.cardNumber } },
};

async function assertQuoted(): Promise<void> {
  const { quotePurchase } = await client.ask<{ quotePurchase: { __typename: string } }>(quote.query, quote.variables);
  if (quotePurchase.__typename !== 'PurchaseQuote') throw new Error(`Refused: ${quotePurchase.__typename}`);
}

const LEAST = '{ __typename }';
const MEMBER = 'member by card';
const asked = [
  { name: LEAST, body: trivial },
  { name: MEMBER, body: lookUp },
  { name: 'quote', body: quote },
];

async function measure(promotions: string): Promise<Figure[]> {
  await assertQuoted();
  const figures: Figure[] = [];
  for (const { how, concurrency, requests } of RUNS) {
    const cases = asked.map(({ name, body }) => ({
      name,
      run: () => load(stack.urls.graphql, { requests, concurrency, headers }, () => body),
    }));
    await takeTurns(2, cases);
    const rounds = await takeTurns(ROUNDS, cases);
    const ms = (name: string, figure: 'p50Ms' | 'p95Ms'): string => medianOf(rounds, name, figure).toFixed(1);
    const times = (to: string): string => medianOf(rounds, 'quote', 'p50Ms', to).toFixed(1);
    figures.push({
      what: `quote of ${LINES} lines, ${promotions}, ${how}`,
      ratio: `p50 ${times(LEAST)} × ${LEAST}, ${times(MEMBER)} × ${MEMBER}`,
      aim: '',
      figures: `p50 ${ms('quote', 'p50Ms')}, p95 ${ms('quote', 'p95Ms')} ms; ${Math.round(medianOf(rounds, 'quote', 'perSecond'))}/s; ${LEAST} p50 ${ms(LEAST, 'p50Ms')} ms; ${MEMBER} p50 ${ms(MEMBER, 'p50Ms')} ms`,
    });
  }
  return figures;
}

/** Another member every time, at the tills' own rate; against what came one at a time just before. */
async function steady(): Promise<Figure> {
  await growMembers(stack, MANY_MEMBERS);
  const { input } = quote.variables;
  const request = (): object => {
    const member = { cardNumber: cardOf(Math.floor(Math.random() * MANY_MEMBERS)) };
    return { query: quote.query, variables: { input: { ...input, member, pointsToSpend: '0.00' } } };
  };
  const single = await load(stack.urls.graphql, { requests: 300, concurrency: 1, headers }, request);
  await openLoad(stack.urls.graphql, { ...STEADY, seconds: 5, headers }, request);
  const { answered, shed, failed } = await openLoad(stack.urls.graphql, { ...STEADY, headers }, request);
  return {
    what: `quotes of ${LINES} lines at ${STEADY.perSecond}/s, ${PROMOTIONS} promotions, ${MANY_MEMBERS} members, ${hasWeb ? 'all services' : 'all services but the web'}`,
    ratio: `p95 ${(answered.p95Ms / single.p95Ms).toFixed(1)} × one at a time`,
    aim: 'p95 ≤ 30 ms',
    figures: `p50 ${answered.p50Ms.toFixed(1)}, p95 ${answered.p95Ms.toFixed(1)}, p99 ${answered.p99Ms.toFixed(1)} ms; ${Math.round(answered.perSecond)}/s answered, ${shed} shed, ${failed} failed; one at a time p95 ${single.p95Ms.toFixed(1)} ms`,
  };
}

try {
  const few = await measure('few promotions');
  await launchPromotions(client, PROMOTIONS);
  const many = await measure(`${PROMOTIONS} promotions`);
  await report('quote', [...few, ...many, await steady()]);
} finally {
  await chain.stop();
}
