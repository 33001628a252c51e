import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPrivateKey } from '@adal/service';
import { Pool } from 'undici';
import type { Chain } from '../chain.ts';
import { signedQuote } from '../confirm/signed-quotes.ts';

const CONFIRM = `mutation Confirm($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) { __typename
  ... on PurchaseConfirmed { purchase { id payable pointsEarned } } } }`;
const MEMBERS = `query Members($first: Int) { members(first: $first) { edges { node { id } } } }`;

/** When a receipt was sent and when its answer came, in milliseconds of `performance.now()`. */
export interface Booked {
  readonly sentMs: number;
  readonly answeredMs: number;
}

/** A member, or nobody, and a quote for them that uses up nothing: it can be confirmed again and again as another purchase. */
export interface Buyer {
  readonly memberId: string | null;
  readonly quote: string;
}

/** Nobody, and so many members. */
export async function buyersOf({ client, demo, stack }: Chain, members: number, lines: number): Promise<Buyer[]> {
  const { till } = demo;
  if (till === undefined) throw new Error('The demo chain has no till');
  const found = await client.ask<{ members: { edges: { node: { id: string } }[] } }>(MEMBERS, { first: members });
  const key = readPrivateKey(stack.keys.quote.privateKey);
  const shape = { lines, spentMinor: 0, activationDays: 14, storeId: till.storeId };
  return [null, ...found.members.edges.map(({ node }) => node.id)].map((memberId) => ({
    memberId,
    quote: signedQuote({ ...shape, memberId }, key),
  }));
}

/** Confirms at a steady pace whether or not the answers keep up, as tills do; throws when one is refused. */
export async function confirmSteadily(
  { stack, headers }: Chain,
  buyers: readonly Buyer[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Booked[]> {
  const pool = new Pool(stack.urls.gateway, { connections: perSecond });
  const confirm = async (n: number): Promise<Booked> => {
    const variables = { input: { purchaseId: randomUUID(), quote: buyers[n % buyers.length]?.quote } };
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
