// A till's quote through the gateway of a running stack, against the least the gateway can be asked and against finding a
// member; with the demo chain's few promotions and with two hundred.
import { startChain } from './chain.ts';
import { load } from './load.ts';
import { launchPromotions } from './quote/launch-promotions.ts';
import { report, type Figure } from './report.ts';
import { medianOf, takeTurns } from './turns.ts';

const MEMBERS = 100;
const PROMOTIONS = 200;
const LINES = 20;
const ROUNDS = 7;
/** One at a time says how long a till waits; several, how many tills a gateway carries. */
const RUNS = [
  { how: 'one at a time', concurrency: 1, requests: 100 },
  { how: 'eight at a time', concurrency: 8, requests: 300 },
];

const chain = await startChain(MEMBERS, { RATE_STAFF: '10000' });
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

try {
  const few = await measure('few promotions');
  await launchPromotions(client, PROMOTIONS);
  await report('quote', [...few, ...(await measure(`${PROMOTIONS} promotions`))]);
} finally {
  await chain.stop();
}
