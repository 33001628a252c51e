/** An entry of the journal with its effect on the wallet; amounts as the database writes them. */
export interface MovedEntry {
  readonly seq: string;
  readonly kind: string;
  readonly bookedAt: Date;
  readonly occurredAt: Date;
  readonly note: string;
  readonly purchaseId: string | null;
  readonly availableAfter: string;
  readonly available: string;
  readonly pending: string;
  readonly held: string;
  readonly redeemed: string;
  readonly owed: string;
}

/** A row of a member's statement. */
export interface StatementLine {
  readonly seq: string;
  readonly kind: string;
  readonly bookedAt: Date;
  readonly occurredAt: Date;
  readonly note: string;
  readonly purchaseId: string | null;
  readonly available: bigint;
  readonly pending: bigint;
  readonly held: bigint;
  /** Positive is more debt. */
  readonly owed: bigint;
  readonly balanceAfter: bigint;
}

/** A purchase that only earns is EARN, one that only spends SPEND; one that does both keeps its name. */
export function statementLineOf(entry: MovedEntry): StatementLine {
  const [available, pending, held, redeemed] = [entry.available, entry.pending, entry.held, entry.redeemed].map(
    BigInt,
  ) as [bigint, bigint, bigint, bigint];
  const owed = BigInt(entry.owed);
  const earned = available + pending + held + redeemed - owed;
  const kind = entry.kind !== 'PURCHASE' ? entry.kind : redeemed === 0n ? 'EARN' : earned === 0n ? 'SPEND' : 'PURCHASE';
  return {
    seq: entry.seq,
    kind,
    bookedAt: entry.bookedAt,
    occurredAt: entry.occurredAt,
    note: entry.note,
    purchaseId: entry.purchaseId,
    available,
    pending,
    held,
    owed,
    balanceAfter: BigInt(entry.availableAfter),
  };
}
