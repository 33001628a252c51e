import type { MemberFacts, Needs, PastReceipt } from '@adal/engine';

const MS_PER_DAY = 86_400_000;

/** A member's purchases up to a moment that moves on: what a till would have known at each receipt, and nothing of later. */
export class MemberPast {
  private readonly receipts: PastReceipt[] = [];
  private begin = 0;

  constructor(
    private readonly needs: Needs,
    private count: number,
    private lastAt: number | null,
  ) {}

  /** The member as they were just before a receipt of this moment. */
  at(at: number, member: MemberFacts): MemberFacts {
    const { purchaseCount, lastPurchase, historyDays } = this.needs;
    const since = at - historyDays * MS_PER_DAY;
    while ((this.receipts[this.begin]?.at ?? Infinity) <= since) this.begin += 1;
    return {
      ...member,
      purchaseCount: purchaseCount ? this.count : 0,
      lastPurchaseAt: lastPurchase ? this.lastAt : null,
      history: historyDays > 0 ? this.receipts.slice(this.begin) : [],
    };
  }

  /** Goes past a receipt. */
  pass(at: number, receipt: () => PastReceipt): void {
    this.count += 1;
    this.lastAt = at;
    if (this.needs.historyDays > 0) this.receipts.push(receipt());
  }
}
