import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ChaosChain } from '../chaos/chain.ts';
import type { PaperReceipt, PaperReturn } from '../chaos/till.ts';

const PAUSE_MS = 150;
const QUOTE = `query ($input: QuotePurchaseInput!) { outcome: quotePurchase(input: $input) { ... on PurchaseQuote { token } } }`;
const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { outcome: confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { replayed purchase { id payable pointsSpent pointsEarned lines { lineNo amount } } } } }`;
const RETURN = `mutation ($input: ReturnPurchaseInput!) { outcome: returnPurchase(input: $input) {
  __typename ... on PurchaseReturned { replayed return { id refund pointsGivenBack pointsWithdrawn pointsShortfall } } } }`;

type Sold = Omit<PaperReceipt, 'memberId' | 'returns'>;
interface Outcome {
  readonly __typename: string;
  readonly replayed?: boolean;
  readonly purchase?: Sold;
  readonly return?: PaperReturn;
}

/** A request as it was written down before it was sent, and what came back. */
interface Note {
  readonly document: string;
  readonly input: { readonly purchaseId: string; readonly returnId?: string; readonly [field: string]: unknown };
  answer: Sold | PaperReturn | null;
}

/** A till that writes everything down first, as docs/till-protocol.md asks; its customers come to no other till. */
export class JournalTill {
  readonly complaints: string[] = [];
  /** What it was answered anew in the replay: the ledger had lost it, or never had it. */
  booked = 0;
  /** Of these, what it had an answer to before. */
  lost = 0;
  private readonly journal: Note[] = [];
  private readonly chain: ChaosChain;
  private readonly number: number;
  private readonly memberId: string;

  constructor(chain: ChaosChain, number: number) {
    this.chain = chain;
    this.number = number;
    this.memberId = chain.members[number] ?? '';
  }

  /** Sells until there is no answer any more: every fourth customer spends a point, every fifth brings one thing back. */
  async sellUntilSilence(): Promise<void> {
    for (let n = 0; ; n += 1) {
      await sleep(PAUSE_MS);
      try {
        const { outcome } = await this.chain.tills.tryOnce<{ outcome: { token?: string } }>(QUOTE, {
          input: this.basket(n),
        });
        if (!outcome.token) return void this.complaints.push(`Customer ${n} of ${this.number} got no quote`);
        const purchaseId = randomUUID();
        await this.send({ document: CONFIRM, input: { purchaseId, quote: outcome.token } });
        if (n % 5 === 4) {
          const lines = [{ lineNo: 1, quantity: '1' }];
          await this.send({ document: RETURN, input: { returnId: randomUUID(), purchaseId, lines } });
        }
      } catch {
        return;
      }
    }
  }

  /** Sends the whole journal again, oldest first: what the ledger has is answered as it was. */
  async replay(): Promise<void> {
    for (const note of this.journal) {
      const { outcome } = await this.chain.tills.ask<{ outcome: Outcome }>(note.document, { input: note.input });
      const answer = outcome.purchase ?? outcome.return ?? null;
      if (answer === null) this.complaints.push(`${note.input.purchaseId} was answered ${outcome.__typename}`);
      if (note.answer && !isDeepStrictEqual(note.answer, answer))
        this.complaints.push(`${note.input.returnId ?? note.input.purchaseId} was answered in another way`);
      if (outcome.replayed === false) this.booked += 1;
      if (outcome.replayed === false && note.answer) this.lost += 1;
      note.answer = answer;
    }
  }

  get receipts(): PaperReceipt[] {
    const sales = this.journal.filter(({ input }) => input.returnId === undefined);
    return sales.map(({ input: { purchaseId }, answer }) => ({
      ...(answer as Sold),
      memberId: this.memberId,
      returns: this.journal
        .filter(({ input }) => input.returnId !== undefined && input.purchaseId === purchaseId)
        .map((note) => note.answer as PaperReturn),
    }));
  }

  private async send(note: Omit<Note, 'answer'>): Promise<void> {
    const written: Note = { ...note, answer: null };
    this.journal.push(written);
    const { outcome } = await this.chain.tills.tryOnce<{ outcome: Outcome }>(note.document, { input: note.input });
    written.answer = outcome.purchase ?? outcome.return ?? null;
    if (!written.answer) this.complaints.push(`${note.input.purchaseId} was refused: ${outcome.__typename}`);
  }

  private basket(n: number): object {
    const lines = [{ lineNo: 1, sku: 'tea', quantity: `${1 + (n % 3)}`, price: '1250.00' }];
    return {
      ...{ storeId: this.chain.stores[this.number % this.chain.stores.length], tillId: `T${this.number}`, lines },
      ...{ member: { id: this.memberId }, ...(n % 4 === 3 && { pointsToSpend: '1.00' }) },
    };
  }
}
