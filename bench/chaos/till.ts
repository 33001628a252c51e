import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ChaosChain } from './chain.ts';
import { planDeed, type Deed, type Journey } from './plan.ts';

/** What a till has on paper: what it was told, and nothing else. */
export interface PaperReceipt {
  readonly id: string;
  readonly memberId: string | null;
  readonly payable: string;
  readonly pointsSpent: string;
  readonly pointsEarned: string;
  readonly lines: readonly { readonly lineNo: number; readonly amount: string }[];
  readonly returns: PaperReturn[];
}
export interface PaperReturn {
  readonly id: string;
  readonly refund: string;
  readonly pointsGivenBack: string;
  readonly pointsWithdrawn: string;
  readonly pointsShortfall: string;
}

/** What all tills have done. */
export interface Papers {
  readonly receipts: PaperReceipt[];
  readonly counts: { deeds: number; cancelled: number; echoes: number };
  /** What no till should ever be told. */
  readonly complaints: string[];
}

const SKUS = [
  { sku: 'tea', price: '1250.00' },
  { sku: 'milk', price: '480.50' },
  { sku: 'bread', price: '199.99' },
];
const SPENT = '1.00';
const QUOTE = `query ($input: QuotePurchaseInput!) { outcome: quotePurchase(input: $input) { __typename ... on PurchaseQuote { token } } }`;
const RESERVE = `mutation ($input: ReservePurchaseInput!) { outcome: reservePurchase(input: $input) { __typename } }`;
const CANCEL = `mutation ($input: CancelPurchaseInput!) { outcome: cancelPurchase(input: $input) { __typename } }`;
const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { outcome: confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { purchase { id payable pointsSpent pointsEarned lines { lineNo amount } } } } }`;
const RETURN = `mutation ($input: ReturnPurchaseInput!) { outcome: returnPurchase(input: $input) {
  __typename ... on PurchaseReturned { return { id refund pointsGivenBack pointsWithdrawn pointsShortfall } } } }`;

interface Outcome {
  readonly __typename: string;
}
type Confirmed = Outcome & { readonly purchase?: Omit<PaperReceipt, 'returns' | 'memberId'> };

/** Serves one customer after the other until the time is up; the last one is served to the end. */
export async function workTill(chain: ChaosChain, seed: number, till: number, untilMs: number, papers: Papers) {
  for (let n = 0; Date.now() < untilMs; n += 1) {
    const deed = planDeed(seed, till, n, chain.members.length);
    await sleep(deed.pauseMs);
    papers.counts.deeds += 1;
    await serve(new Customer(chain, deed, till, papers));
  }
}

async function serve(customer: Customer): Promise<void> {
  const { deed, papers } = customer;
  if (await customer.reserve()) {
    if (deed.leaves) return customer.cancel();
  }
  const receipt = await customer.pay();
  if (!receipt) return;
  papers.receipts.push(receipt);
  for (const part of deed.returns) await customer.giveBack(receipt, part);
  if (deed.echoes) await customer.payAgain(receipt);
}

/** One customer's requests, each on the journey that the plan has for it. */
class Customer {
  readonly deed: Deed;
  readonly papers: Papers;
  private readonly chain: ChaosChain;
  private readonly till: number;
  private readonly left: number[];
  private readonly journeys: Iterator<Journey>;
  private token: string | null = null;
  private spends: boolean;

  constructor(chain: ChaosChain, deed: Deed, till: number, papers: Papers) {
    this.chain = chain;
    this.deed = deed;
    this.till = till;
    this.papers = papers;
    this.left = [...deed.quantities];
    this.journeys = deed.journeys.values();
    this.spends = deed.spends && deed.member !== null;
  }

  /** True when the goods wait for their payment. */
  async reserve(): Promise<boolean> {
    if (!this.deed.reserves) return false;
    const input = { purchaseId: this.deed.purchaseId, quote: await this.quote(), ttlSeconds: 60 };
    const answers = await this.send<Outcome>(RESERVE, input);
    const isHeld = answers.some(({ __typename }) => __typename === 'PurchaseReserved');
    if (!isHeld) this.expect(answers, ['PointsInsufficient']);
    if (!isHeld) this.forgetPoints();
    return isHeld;
  }

  async cancel(): Promise<void> {
    this.papers.counts.cancelled += 1;
    this.expect(await this.send<Outcome>(CANCEL, { purchaseId: this.deed.purchaseId }), ['PurchaseCancelled']);
  }

  /** The receipt, as all copies of the answer have it. */
  async pay(): Promise<PaperReceipt | null> {
    const { purchaseId } = this.deed;
    const first = { purchaseId, quote: await this.quote() };
    let answers = await this.send<Confirmed>(CONFIRM, first);
    if (answers.every(({ __typename }) => __typename === 'PointsInsufficient')) {
      // Refused as a whole, so that the same id may be used for a sale without points.
      this.forgetPoints();
      answers = await this.send<Confirmed>(CONFIRM, { purchaseId, quote: await this.quote() });
      // Unless the till had lost patience with the first try, and that one was booked after all.
      if (answers.every(({ __typename }) => __typename === 'PurchaseIdReused'))
        answers = await this.send<Confirmed>(CONFIRM, first);
    }
    const booked = answers.flatMap(({ purchase }) => purchase ?? []);
    if (booked.length < answers.length) this.expect(answers, ['PurchaseConfirmed', 'PointsInsufficient']);
    const [purchase, ...more] = booked;
    if (!purchase) return null;
    if (!more.every((other) => isDeepStrictEqual(other, purchase))) this.complain('was confirmed in two ways');
    const memberId = this.deed.member === null ? null : (this.chain.members[this.deed.member] ?? null);
    return { ...purchase, memberId, returns: [] };
  }

  async payAgain(receipt: PaperReceipt): Promise<void> {
    this.papers.counts.echoes += 1;
    const answers = await this.send<Confirmed>(CONFIRM, { purchaseId: this.deed.purchaseId, quote: this.token });
    const { memberId: _, returns: __, ...printed } = receipt;
    // A quote of the second choice meets the sale of the first, when that was booked after all.
    const same = answers.every(
      ({ __typename, purchase }) => __typename === 'PurchaseIdReused' || isDeepStrictEqual(purchase, printed),
    );
    if (!same) this.complain('was answered in another way when it came again');
  }

  async giveBack(receipt: PaperReceipt, part: Deed['returns'][number]): Promise<void> {
    const index = part.lineNo === null ? null : part.lineNo - 1;
    if (index === null ? this.left.every((quantity) => quantity === 0) : this.left[index] === 0) return;
    const lines = part.lineNo === null ? undefined : [{ lineNo: part.lineNo, quantity: '1' }];
    const input = { returnId: part.returnId, purchaseId: receipt.id, lines };
    const answers = await this.send<Outcome & { return?: PaperReturn }>(RETURN, input);
    this.expect(answers, ['PurchaseReturned']);
    const [returned, ...more] = answers.flatMap((answer) => answer.return ?? []);
    if (!returned) return;
    if (!more.every((other) => isDeepStrictEqual(other, returned))) this.complain('was given back in two ways');
    if (index === null) this.left.fill(0);
    else this.left[index] = (this.left[index] ?? 0) - 1;
    receipt.returns.push(returned);
  }

  private async quote(): Promise<string> {
    if (this.token) return this.token;
    const { chain, deed, till, spends } = this;
    const lines = deed.quantities.map((quantity, index) => ({
      lineNo: index + 1,
      quantity: `${quantity}`,
      ...SKUS[index % SKUS.length],
    }));
    const input = {
      storeId: chain.stores[till % chain.stores.length],
      tillId: `T${till}`,
      lines,
      ...(deed.member !== null && { member: { id: chain.members[deed.member] } }),
      ...(spends && { pointsToSpend: SPENT }),
    };
    const { outcome } = await chain.tills.ask<{ outcome: Outcome & { token?: string } }>(QUOTE, { input });
    if (outcome.token) return (this.token = outcome.token);
    if (!spends) throw new Error(`No quote: ${outcome.__typename}`);
    this.forgetPoints();
    return this.quote();
  }

  private async send<T>(document: string, input: object): Promise<T[]> {
    const journey = this.journeys.next().value as Journey | undefined;
    const plain = { delayMs: 0, copies: 1, impatientMs: null };
    const answers = await this.chain.tills.send<{ outcome: T }>(document, { input }, journey ?? plain);
    return answers.map(({ outcome }) => outcome);
  }

  private forgetPoints(): void {
    this.spends = false;
    this.token = null;
  }

  private expect(answers: readonly Outcome[], expected: readonly string[]): void {
    const odd = answers.filter(({ __typename }) => !expected.includes(__typename));
    if (odd.length > 0) this.complain(`was answered ${odd.map(({ __typename }) => __typename).join(', ')}`);
  }

  private complain(text: string): void {
    this.papers.complaints.push(`${this.deed.purchaseId} ${text}`);
  }
}
