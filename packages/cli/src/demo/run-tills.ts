import { v7 as uuidv7 } from 'uuid';
import type { GatewayClient } from '../gateway-client';
import type { DemoProduct } from './chain';
import { seeded, type Random } from './random';
import { demoChain, type DemoChain } from './write-files';

/** How the tills are run. */
export interface TillOptions {
  readonly seed: number;
  readonly members: number;
  readonly perMinute: number;
}

interface Quote {
  readonly __typename: string;
  readonly message?: string;
  readonly token: string;
  readonly pointsSpendable: string;
}

interface Confirmed {
  readonly __typename: string;
  readonly message?: string;
  readonly purchase: { readonly id: string; readonly payable: string };
}

/** Tills of the demo chain that keep buying through the graph until the process ends: quote, confirm, now and then enrol or return. */
export async function runTills(
  client: GatewayClient,
  print: (line: string) => void,
  options: TillOptions,
): Promise<boolean> {
  const random = seeded(Date.now() % 0x7fffffff);
  const chain = demoChain(options.seed, options.members, new Date());
  let running = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => (running = false));
  while (running) {
    await buy(client, random, chain, print).catch((error: unknown) =>
      print(`till: ${error instanceof Error ? error.message : String(error)}`),
    );
    // Buyers come at random: the pauses are exponential around the mean.
    const pauseMs = Math.min(30_000, -Math.log(1 - random.share()) * (60_000 / Math.max(1, options.perMinute)));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return true;
}

async function buy(
  client: GatewayClient,
  random: Random,
  chain: DemoChain,
  print: (line: string) => void,
): Promise<void> {
  const store = random.weighted(chain.stores.map((one) => [one, one.weight] as const));
  const card = random.chance(0.06)
    ? await enrol(client, random, store.id)
    : random.chance(0.6)
      ? random.pick(chain.members).card
      : null;
  const basket = Array.from({ length: 1 + random.poisson(0.9) }, () => random.pick(chain.products));
  const spendable = card && random.chance(0.4) ? await availablePoints(client, card) : 0;
  let quote = await ask(client, basket, store, card, 0, random);
  if (quote.__typename !== 'PurchaseQuote')
    return print(`till ${store.tills[0] ?? ''}: ${quote.message ?? quote.__typename}`);
  const points = Math.floor(Math.min(spendable, Number(quote.pointsSpendable)));
  if (points > 0) quote = await ask(client, basket, store, card, points, random);
  const purchaseId = uuidv7();
  const { confirmPurchase: done } = await client.ask<{ confirmPurchase: Confirmed }>(
    `mutation Buy($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) {
      __typename ... on PurchaseConfirmed { purchase { id payable } } ... on UserError { message } } }`,
    {
      input: {
        purchaseId,
        quote: quote.token,
        receiptNumber: purchaseId.slice(-8).toUpperCase(),
        cashierId: `C${random.whole(1, 40)}`,
      },
    },
  );
  if (done.__typename !== 'PurchaseConfirmed')
    return print(`till ${store.tills[0] ?? ''}: ${done.message ?? done.__typename}`);
  if (random.chance(0.02)) await giveBack(client, done.purchase.id);
}

async function ask(
  client: GatewayClient,
  basket: readonly DemoProduct[],
  store: { id: string; tills: readonly string[] },
  card: string | null,
  points: number,
  random: Random,
): Promise<Quote> {
  const { quotePurchase } = await client.ask<{ quotePurchase: Quote }>(
    `query Quote($input: QuotePurchaseInput!) { quotePurchase(input: $input) {
      __typename ... on PurchaseQuote { token pointsSpendable } ... on UserError { message } } }`,
    {
      input: {
        storeId: store.id,
        tillId: random.pick(store.tills),
        member: card ? { cardNumber: card } : null,
        lines: basket.map((product, index) => ({
          lineNo: index + 1,
          sku: product.sku,
          quantity: '1',
          price: `${product.price}.00`,
        })),
        pointsToSpend: String(points),
      },
    },
  );
  return quotePurchase;
}

async function availablePoints(client: GatewayClient, cardNumber: string): Promise<number> {
  const { member } = await client.ask<{ member: { balance: { available: string } } | null }>(
    'query Points($cardNumber: String!) { member(by: { cardNumber: $cardNumber }) { balance { available } } }',
    { cardNumber },
  );
  return Number(member?.balance.available ?? 0);
}

async function enrol(client: GatewayClient, random: Random, storeId: string): Promise<string | null> {
  const number = random.whole(1_000_000, 9_999_999);
  const { enrolMember } = await client.ask<{ enrolMember: { member?: { cards: { number: string }[] } } }>(
    `mutation Enrol($input: EnrolMemberInput!) { enrolMember(input: $input) { ... on MemberEnrolled { member { cards { number } } } } }`,
    {
      input: {
        enrolmentId: uuidv7(),
        phone: `+7702${number}`,
        email: `buyer.${number}@example.kz`,
        firstName: random.pick(['Айгерім', 'Арман', 'Динара', 'Тимур', 'Анна']),
        lastName: random.pick(['Оспан', 'Ким', 'Ахмет', 'Петрова']),
        storeId,
        channel: 'TILL',
        language: random.pick(['ru', 'kk']),
        consents: ['EMAIL', 'SMS'],
      },
    },
  );
  return enrolMember.member?.cards[0]?.number ?? null;
}

async function giveBack(client: GatewayClient, purchaseId: string): Promise<void> {
  await client.ask(
    `mutation Back($input: ReturnPurchaseInput!) { returnPurchase(input: $input) { ... on UserError { message } } }`,
    {
      input: { returnId: uuidv7(), purchaseId },
    },
  );
}
