import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStack, SUBGRAPHS, type ServiceName, type Stack } from '@adal/local';
import { eventually, graphqlClient, type GraphqlRequest } from '@adal/testkit';
import { expect, test } from '@playwright/test';
import { freshEmail, minor, openTill, type Till } from './till';

const PURCHASES = 2_000;
const MEMBERS = 40;
const TILLS = 6;
const VICTIMS: readonly ServiceName[] = [...SUBGRAPHS, 'gateway', 'nats', 'postgres'];
/** A till gives up only after this long. */
const PATIENCE_MS = 120_000;
const CATCH_UP_MS = 120_000;

/** Every process is killed once, one after the other, while tills go on selling and repeat what was not answered. */
test('whatever is killed in the middle of 2,000 sales, nothing is lost and nothing is booked twice', async () => {
  test.setTimeout(15 * 60_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'adal-chaos-'));
  chmodSync(dataDir, 0o755);
  const stack = await startStack({ dataDir, services: [...SUBGRAPHS, 'gateway'] });
  try {
    const staff = await staffOf(stack);
    const till = await openChain(stack, staff);
    const members = await Promise.all(Array.from({ length: MEMBERS }, () => till.enrol(freshEmail())));

    const sold: Sold[] = [];
    await Promise.all([sellAll(till, members, sold), killEach(stack, staff, sold)]);
    await expectAllToAgree(await staffOf(stack), sold);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

interface Sold {
  id: string;
  payable: string;
  pointsEarned: string;
  pointsSpent: string;
}

/** Several tills share the work; every third sale spends points when there are some. */
async function sellAll(till: Till, members: readonly string[], sold: Sold[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let n = next++; n < PURCHASES; n = next++) {
      sold.push(await sell(till, members[n % members.length] ?? '', n % 3 === 0));
    }
  };
  await Promise.all(Array.from({ length: TILLS }, work));
}

async function sell(till: Till, memberId: string, spends: boolean): Promise<Sold> {
  const purchaseId = randomUUID();
  const spending = spends ? await till.quote(memberId, { pointsToSpend: '1.00' }) : null;
  const first = spending?.token ? await till.confirm({ purchaseId, quote: spending.token }) : null;
  if (first?.__typename === 'PurchaseConfirmed') return first.purchase;
  // Too few points as yet: refused as a whole, so that the same id may be used for a sale without them.
  expect([undefined, 'PointsInsufficient']).toContain(first?.__typename);
  const quote = await till.quote(memberId);
  const confirmed = await till.confirm({ purchaseId, quote: quote.token });
  expect(confirmed.__typename).toBe('PurchaseConfirmed');
  return confirmed.purchase;
}

async function killEach(stack: Stack, staff: GraphqlRequest, sold: readonly Sold[]): Promise<void> {
  for (const [index, victim] of VICTIMS.entries()) {
    const due = ((index + 1) * PURCHASES) / (VICTIMS.length + 1);
    while (sold.length < due) await sleep(20);
    await stack.kill(victim);
    // The next one falls only when this one is back: each kill hits a whole stack.
    await eventually(() => serves(stack, victim, staff), PATIENCE_MS);
  }
}

async function serves(stack: Stack, victim: ServiceName, staff: GraphqlRequest): Promise<boolean> {
  if (victim === 'nats' || victim === 'postgres') return (await staff('{ stores { id } }'))['stores'] !== undefined;
  const url = stack.urls[victim as keyof Stack['urls']];
  return (await fetch(`${url}/health/ready`)).ok;
}

/** What the tills were told, the ledger, analytics and the messages must say too. */
async function expectAllToAgree(staff: GraphqlRequest, sold: readonly Sold[]): Promise<void> {
  const sum = (key: 'payable' | 'pointsEarned' | 'pointsSpent') =>
    sold.reduce((total, sale) => total + minor(sale[key]), 0);
  expect(new Set(sold.map(({ id }) => id)).size).toBe(PURCHASES);
  expect(sum('pointsSpent')).toBeGreaterThan(0);

  const books = await staff<Books>(BOOKS);
  expect(books.purchases.totalCount).toBe(PURCHASES);
  expect(books.verifyLedger).toEqual({ ok: true, fault: null });
  expect(books.trialBalance.total).toBe('0.00');
  const issued = books.trialBalance.accounts.find(({ account }) => account === 'issued');
  const redeemed = books.trialBalance.accounts.find(({ account }) => account === 'redeemed');
  expect(Math.abs(minor(issued?.balance ?? ''))).toBe(sum('pointsEarned'));
  expect(Math.abs(minor(redeemed?.balance ?? ''))).toBe(sum('pointsSpent'));

  const day = 24 * 3_600_000;
  const period = {
    from: new Date(Date.now() - 2 * day).toISOString(),
    to: new Date(Date.now() + 2 * day).toISOString(),
  };
  const figures = async (): Promise<object> => {
    const { messages, receipts, revenue, given, taken } = await staff<Figures>(FIGURES, period);
    const value = ({ rows }: Metric): number => Math.round((rows[0]?.value ?? 0) * 100);
    return {
      receipts: value(receipts) / 100,
      revenue: value(revenue),
      pointsIssued: value(given),
      pointsRedeemed: value(taken),
      messages: messages.totalCount,
    };
  };
  await expect.poll(figures, { timeout: CATCH_UP_MS }).toEqual({
    receipts: PURCHASES,
    revenue: sum('payable'),
    pointsIssued: sum('pointsEarned'),
    pointsRedeemed: sum('pointsSpent'),
    messages: PURCHASES,
  });
}

interface Books {
  purchases: { totalCount: number };
  verifyLedger: { ok: boolean; fault: string | null };
  trialBalance: { total: string; accounts: { account: string; balance: string }[] };
}
interface Metric {
  rows: { value: number | null }[];
}
type Figures = Record<'receipts' | 'revenue' | 'given' | 'taken', Metric> & { messages: { totalCount: number } };

const SETTINGS = 'earnPercent payablePercent roundingStep roundingMode activationDays lifetimeDays version';
const BOOKS = `{ purchases(first: 1) { totalCount } verifyLedger { ok fault }
  trialBalance { total accounts { account balance } } }`;
const FIGURES = `query ($from: DateTime!, $to: DateTime!) {
  receipts: metric(input: { key: "sales.receipts", from: $from, to: $to }) { rows { value } }
  revenue: metric(input: { key: "sales.revenue", from: $from, to: $to }) { rows { value } }
  given: metric(input: { key: "points.issued", from: $from, to: $to }) { rows { value } }
  taken: metric(input: { key: "points.redeemed", from: $from, to: $to }) { rows { value } }
  messages(filter: { template: "receipt" }, first: 1) { totalCount } }`;

/** As a till should: the same request again until there is an answer. */
function retrying(ask: GraphqlRequest): GraphqlRequest {
  return async <T>(query: string, variables?: object) => {
    const untilMs = Date.now() + PATIENCE_MS;
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1_000)) {
      try {
        return await ask<T>(query, variables);
      } catch (error) {
        if (Date.now() > untilMs) throw error;
        await sleep(pauseMs);
      }
    }
  };
}

/** The administrator, signed in anew. */
async function staffOf({ urls, admin }: Stack): Promise<GraphqlRequest> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
  const nobody = retrying(graphqlClient(urls.graphql));
  const { signIn } = await nobody<{ signIn: { accessToken: string } }>(query, { input: admin });
  return retrying(graphqlClient(urls.graphql, { token: signIn.accessToken }));
}

/** One store, one key, and points that can be spent at once. */
async function openChain({ urls, admin }: Stack, staff: GraphqlRequest): Promise<Till> {
  await staff('mutation { saveStore(input: { id: "S1", name: "Chaos", city: "Алматы" }) { __typename } }');
  const { programme } = await staff<{ programme: object }>(`{ programme { ${SETTINGS} } }`);
  const update = 'mutation ($input: UpdateProgrammeInput!) { updateProgramme(input: $input) { __typename } }';
  const { updateProgramme } = await staff<{ updateProgramme: unknown }>(update, {
    input: { ...programme, activationDays: 0 },
  });
  expect(updateProgramme).toEqual({ __typename: 'ProgrammeUpdated' });
  const scopes = ['members.enrol', 'members.read', 'purchase.quote', 'purchase.confirm'];
  const query = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { ... on PartnerKeyCreated { secret } } }`;
  const { createPartnerKey } = await staff<{ createPartnerKey: { secret: string } }>(query, {
    input: { name: 'chaos', scopes },
  });
  const skus = [
    { sku: 'tea', price: '1250.00' },
    { sku: 'milk', price: '480.50' },
  ];
  const demo = {
    gatewayUrl: urls.graphql,
    webUrl: urls.web,
    staff: [{ ...admin, role: 'ADMINISTRATOR' }],
    till: { storeId: 'S1', tillId: 'T1', skus },
  };
  return openTill({ demo, urls }, retrying(graphqlClient(urls.graphql, { token: createPartnerKey.secret })));
}
