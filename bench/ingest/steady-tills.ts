import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Chain } from '../chain.ts';

const QUOTE = `query Quote($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename ... on PurchaseQuote { token } } }`;
const CONFIRM = `mutation Confirm($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) { __typename
  ... on PurchaseConfirmed { purchase { id payable pointsEarned } } } }`;
const CARDS = `query Cards($first: Int) { members(first: $first) { edges { node { cards { number } } } } }`;

/** When a receipt was sent and when its answer came, in milliseconds of `performance.now()`. */
export interface Booked {
  readonly sentMs: number;
  readonly answeredMs: number;
}

/** A quote for each of so many members, and one for nobody: each can be confirmed again and again as another purchase. */
export async function quotesOf({ client, demo }: Chain, members: number, lines: number): Promise<string[]> {
  const { till } = demo;
  if (till === undefined) throw new Error('The demo chain has no till');
  const found = await client.ask<{ members: { edges: { node: { cards: { number: string }[] } }[] } }>(CARDS, {
    first: members,
  });
  const cards = found.members.edges.flatMap(({ node }) => node.cards.slice(0, 1).map(({ number }) => number));
  const quotes: string[] = [];
  for (const cardNumber of [null, ...cards]) {
    const { quotePurchase } = await client.ask<{ quotePurchase: { token?: string; __typename: string } }>(QUOTE, {
      input: {
        storeId: till.storeId,
        tillId: till.tillId,
        ...(cardNumber === null ? {} : { member: { cardNumber } }),
        lines: till.skus.slice(0, lines).map(({ sku, price }, n) => ({ lineNo: n + 1, sku, quantity: '1', price })),
      },
    });
    if (quotePurchase.token) quotes.push(quotePurchase.token);
  }
  return quotes;
}

/** Confirms at a steady pace whether or not the answers keep up, as tills do; throws when one is refused. */
export async function confirmSteadily(
  { stack, headers }: Chain,
  quotes: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Booked[]> {
  const pool = new Pool(stack.urls.gateway, { connections: perSecond });
  const confirm = async (n: number): Promise<Booked> => {
    const variables = { input: { purchaseId: randomUUID(), quote: quotes[n % quotes.length] } };
    const sentMs = performance.now();
    const { body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: CONFIRM, variables }),
    });
    const text = await body.text();
    if (!text.includes('"PurchaseConfirmed"')) throw new Error(text.slice(0, 500));
    return { sentMs, answeredMs: performance.now() };
  };
  const startedMs = performance.now();
  const underway: Promise<Booked>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await sleep(Math.max(0, startedMs + (n * 1_000) / perSecond - performance.now()));
    underway.push(confirm(n));
  }
  const booked = await Promise.all(underway);
  await pool.close();
  return booked;
}
