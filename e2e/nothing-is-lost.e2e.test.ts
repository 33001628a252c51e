import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDemo, repoRoot, startStack, type DemoFile, type Stack } from '@adal/local';
import { expect, test } from '@playwright/test';

const CONFIRMS = Number(process.env['ADAL_CHAOS_CONFIRMS'] ?? 2_000);
const TILLS = 8;
const KILLED = [
  'ledger',
  'postgres',
  'gateway',
  'nats',
  'promotions',
  'analytics',
  'members',
  'communications',
] as const;

interface Answer<T> {
  data?: T;
  errors?: { message: string }[];
}
interface Booked {
  __typename: string;
  message?: string;
  purchase?: { id: string; payable: string };
}

/** Tills repeat every request with the same id until it is answered, while everything dies under them in turn. */
test.describe('nothing is lost and nothing doubled', () => {
  test.setTimeout(600_000);
  let dataDir: string;
  let stack: Stack;
  let demo: DemoFile;

  test.beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'adal-chaos-'));
    chmodSync(dataDir, 0o755);
    const services = ['members', 'ledger', 'promotions', 'communications', 'analytics', 'gateway', 'mail'] as const;
    stack = await startStack({ dataDir, services });
    const { urls, admin } = stack;
    const options = { root: repoRoot(), dataDir, urls, admin, members: 50, onLine: stack.logs.lineOf('demo') };
    demo = await loadDemo(options, new AbortController().signal);
  });
  test.afterAll(async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test(`when each service, NATS and Postgres is killed during ${CONFIRMS} confirms`, async () => {
    const from = new Date().toISOString();
    const before = await revenueSince(from);
    const paper = new Map<string, string>();
    let left = CONFIRMS;
    const till = async (): Promise<void> => {
      while (left-- > 0) {
        const bought = await buy();
        paper.set(bought.id, bought.payable);
      }
    };
    const tills = Promise.all(Array.from({ length: TILLS }, till));
    const kills = killInTurn(() => paper.size);
    await tills;
    await kills;

    expect(paper.size).toBe(CONFIRMS);
    const expected = [...paper.values()].reduce((sum, payable) => sum + Math.round(Number(payable) * 100), 0);
    expect(await countSince(from)).toBe(CONFIRMS);
    const { verifyLedger, trialBalance } = await asStaff<{
      verifyLedger: { ok: boolean; fault: string | null };
      trialBalance: { total: string };
    }>('{ verifyLedger { ok fault } trialBalance { total } }');
    expect(verifyLedger).toEqual({ ok: true, fault: null });
    expect(trialBalance.total).toBe('0.00');
    await expect
      .poll(async () => Math.round(((await revenueSince(from)) - before) * 100), { timeout: 60_000 })
      .toBe(expected);
  });

  /** Kills the next one whenever another part of the purchases is through. */
  async function killInTurn(done: () => number): Promise<void> {
    for (const [index, name] of KILLED.entries()) {
      while (done() < ((index + 0.5) * CONFIRMS) / KILLED.length) await sleep(20);
      await stack.kill(name);
    }
  }

  async function buy(): Promise<{ id: string; payable: string }> {
    const { storeId = '', tillId = '', skus = [] } = demo.till ?? {};
    const [good] = skus;
    const input = {
      storeId,
      tillId,
      member: { cardNumber: demo.member?.cardNumber },
      lines: [{ lineNo: 1, quantity: '1', ...good }],
    };
    const purchaseId = randomUUID();
    for (;;) {
      const { quotePurchase } = await insist<{ quotePurchase: { __typename: string; token?: string } }>(
        'query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename ... on PurchaseQuote { token } } }',
        { input },
      );
      if (!quotePurchase.token) continue;
      const { confirmPurchase } = await insist<{ confirmPurchase: Booked }>(
        `mutation ($input: ConfirmPurchaseInput!) { confirmPurchase(input: $input) {
          __typename ... on PurchaseConfirmed { purchase { id payable } } ... on UserError { message } } }`,
        { input: { purchaseId, quote: quotePurchase.token } },
      );
      if (confirmPurchase.purchase) return confirmPurchase.purchase;
      throw new Error(`${confirmPurchase.__typename}: ${confirmPurchase.message}`);
    }
  }

  /** Sends the same request until it is answered, as a till does. */
  async function insist<T>(query: string, variables: object, token = demo.partnerKey ?? ''): Promise<T> {
    for (;;) {
      const answer = await post<T>(query, variables, token).catch(() => null);
      if (answer?.data && !answer.errors) return answer.data;
      await sleep(100);
    }
  }

  async function post<T>(query: string, variables: object, token: string): Promise<Answer<T>> {
    const response = await fetch(stack.urls.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()) as Answer<T>;
  }

  async function asStaff<T>(query: string, variables: object = {}): Promise<T> {
    const { signIn } = await insist<{ signIn: { accessToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }',
      { input: stack.admin },
      '',
    );
    return insist<T>(query, variables, signIn.accessToken);
  }

  async function countSince(from: string): Promise<number> {
    const { purchases } = await asStaff<{ purchases: { totalCount: number } }>(
      'query ($from: DateTime) { purchases(filter: { from: $from }, first: 1) { totalCount } }',
      { from },
    );
    return purchases.totalCount;
  }

  async function revenueSince(from: string): Promise<number> {
    const input = { key: 'sales.revenue', from, to: new Date(Date.now() + 60_000).toISOString() };
    const { metric } = await asStaff<{ metric: { rows: { value: number | null }[] } }>(
      'query ($input: MetricInput!) { metric(input: $input) { rows { value } } }',
      { input },
    );
    return metric.rows[0]?.value ?? 0;
  }
});
