import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { PaperReceipt, Papers } from './till.ts';
import type { Wire } from './wire.ts';

/** What is wrong, in sentences; none when nothing is. */
export async function judge(staff: Wire, { receipts, complaints }: Papers): Promise<string[]> {
  const booked = await bookedReceipts(staff);
  return [
    ...complaints,
    ...compare(receipts, booked),
    ...(await judgeBooks(staff, receipts)),
    ...(await judgeReaders(staff, receipts)),
  ];
}

const PAGE = `query ($after: String) { purchases(first: 500, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
  id payable pointsSpent pointsEarned member { id } lines { lineNo amount }
  returns { id refund pointsGivenBack pointsWithdrawn pointsShortfall } } } } }`;

interface Page {
  readonly purchases: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: Omit<PaperReceipt, 'memberId'> & { member: { id: string } | null } }[];
  };
}

async function bookedReceipts(staff: Wire): Promise<PaperReceipt[]> {
  const booked: PaperReceipt[] = [];
  for (let after: string | null = null; ;) {
    const { purchases }: Page = await staff.ask<Page>(PAGE, { after });
    for (const { node } of purchases.edges) {
      const { member, ...receipt } = node;
      booked.push({ ...receipt, memberId: member?.id ?? null });
    }
    if (!purchases.pageInfo.hasNextPage) return booked;
    after = purchases.pageInfo.endCursor;
  }
}

/** Each till's paper and the ledger's receipts, both ways. */
function compare(paper: readonly PaperReceipt[], booked: readonly PaperReceipt[]): string[] {
  const byId = new Map(booked.map((receipt) => [receipt.id, inOrder(receipt)]));
  const lost = paper.filter(({ id }) => !byId.has(id)).map(({ id }) => `${id} is lost`);
  const other = paper
    .filter((receipt) => byId.has(receipt.id) && !isDeepStrictEqual(inOrder(receipt), byId.get(receipt.id)))
    .map(({ id }) => `${id} is booked in another way than on paper`);
  const papers = new Set(paper.map(({ id }) => id));
  const unheard = booked.filter(({ id }) => !papers.has(id)).map(({ id }) => `${id} is on no till's paper`);
  const doubled = booked.length === byId.size ? [] : ['A receipt is in the ledger twice'];
  return [...lost, ...other, ...unheard, ...doubled];
}

const inOrder = (receipt: PaperReceipt): PaperReceipt => ({
  ...receipt,
  returns: receipt.returns.toSorted((left, right) => left.id.localeCompare(right.id)),
});

const BOOKS = '{ verifyLedger { ok fault } trialBalance { total accounts { account balance } } }';

interface Books {
  readonly verifyLedger: { readonly ok: boolean; readonly fault: string | null };
  readonly trialBalance: {
    readonly total: string;
    readonly accounts: readonly { readonly account: string; readonly balance: string }[];
  };
}

async function judgeBooks(staff: Wire, receipts: readonly PaperReceipt[]): Promise<string[]> {
  const { verifyLedger, trialBalance } = await staff.ask<Books>(BOOKS);
  const balanceOf = (wanted: string): number =>
    trialBalance.accounts.reduce((sum, { account, balance }) => sum + (account === wanted ? minor(balance) : 0), 0);
  // What was earned, spent and given back is not issued any more: it is owed.
  const issued =
    sumOf(receipts, 'pointsEarned') -
    sumOfReturns(receipts, 'pointsWithdrawn') -
    sumOfReturns(receipts, 'pointsShortfall');
  const redeemed = sumOf(receipts, 'pointsSpent') - sumOfReturns(receipts, 'pointsGivenBack');
  return [
    ...(verifyLedger.ok ? [] : [`The ledger does not verify: ${verifyLedger.fault}`]),
    ...(minor(trialBalance.total) === 0 ? [] : [`Postings sum to ${trialBalance.total}`]),
    ...differs('points issued', -balanceOf('issued'), issued),
    ...differs('points redeemed', balanceOf('redeemed'), redeemed),
  ];
}

const FIGURES = `query ($from: DateTime!, $to: DateTime!) {
  receipts: metric(input: { key: "sales.receipts", from: $from, to: $to }) { rows { value } }
  revenue: metric(input: { key: "sales.revenue", from: $from, to: $to }) { rows { value } }
  issued: metric(input: { key: "points.issued", from: $from, to: $to }) { rows { value } }
  redeemed: metric(input: { key: "points.redeemed", from: $from, to: $to }) { rows { value } } }`;

type Metric = { readonly rows: readonly { readonly value: number | null }[] };
type Figures = Record<'receipts' | 'revenue' | 'issued' | 'redeemed', Metric>;

const CATCH_UP_MS = 180_000;
const DAY_MS = 24 * 3_600_000;

/** Analytics and the messages follow the events: they get time to catch up. */
async function judgeReaders(staff: Wire, receipts: readonly PaperReceipt[]): Promise<string[]> {
  const [from, to] = [-2, 2].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const untilMs = Date.now() + CATCH_UP_MS;
  for (;;) {
    const figures = await staff.ask<Figures>(FIGURES, { from, to });
    const valueOf = ({ rows }: Metric): number => Math.round((rows[0]?.value ?? 0) * 100);
    const wrong = [
      ...differs('receipts in analytics', valueOf(figures.receipts) / 100, receipts.length),
      ...differs(
        'revenue in analytics',
        valueOf(figures.revenue),
        sumOf(receipts, 'payable') - sumOfReturns(receipts, 'refund'),
      ),
      ...differs('points issued in analytics', valueOf(figures.issued), sumOf(receipts, 'pointsEarned')),
      ...differs('points redeemed in analytics', valueOf(figures.redeemed), sumOf(receipts, 'pointsSpent')),
      ...differs(
        'receipts sent',
        await countMessages(staff),
        receipts.filter(({ memberId }) => memberId !== null).length,
      ),
      ...(await judgeLiability(staff, { from, to })),
    ];
    if (wrong.length === 0 || Date.now() > untilMs) return wrong;
    await sleep(1_000);
  }
}

const OWED = `query ($from: DateTime!, $to: DateTime!) {
  liability(asOf: $to) { entities { legalEntity control } }
  metric(input: { key: "points.outstanding", from: $from, to: $to, by: ["legalEntity"] }) { rows { dimensions value } } }`;

interface Owed {
  readonly liability: { readonly entities: readonly { readonly legalEntity: string; readonly control: string }[] };
  readonly metric: { readonly rows: readonly { readonly dimensions: readonly string[]; readonly value: number }[] };
}

/** What each legal entity owes its members: the books' control accounts, and analytics. */
async function judgeLiability(
  staff: Wire,
  period: { from?: string | undefined; to?: string | undefined },
): Promise<string[]> {
  const { liability, metric } = await staff.ask<Owed>(OWED, period);
  const told = new Map(metric.rows.map(({ dimensions, value }) => [dimensions[0], Math.round(value * 100)]));
  return liability.entities.flatMap(({ legalEntity, control }) =>
    differs(`points of ${legalEntity} in analytics`, told.get(legalEntity) ?? 0, minor(control)),
  );
}

const MESSAGES = `query ($after: String) {
  messages(filter: { template: "receipt" }, first: 500, after: $after) {
    edges { cursor } pageInfo { hasNextPage endCursor } } }`;

interface MessagePage {
  readonly messages: {
    readonly edges: readonly unknown[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The total of a page stops counting at 10,000. */
async function countMessages(staff: Wire): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const { messages }: MessagePage = await staff.ask<MessagePage>(MESSAGES, { after });
    count += messages.edges.length;
    if (!messages.pageInfo.hasNextPage) return count;
    after = messages.pageInfo.endCursor;
  }
}

const differs = (what: string, is: number, should: number): string[] =>
  is === should ? [] : [`${what}: ${is} instead of ${should}`];

/** Exact decimal strings, added as whole numbers of the smallest unit. */
const minor = (amount: string): number => Math.round(Number(amount) * 100);
const sumOf = (receipts: readonly PaperReceipt[], key: 'payable' | 'pointsSpent' | 'pointsEarned'): number =>
  receipts.reduce((sum, receipt) => sum + minor(receipt[key]), 0);
const sumOfReturns = (
  receipts: readonly PaperReceipt[],
  key: 'refund' | 'pointsGivenBack' | 'pointsWithdrawn' | 'pointsShortfall',
): number => receipts.flatMap(({ returns }) => returns).reduce((sum, returned) => sum + minor(returned[key]), 0);
