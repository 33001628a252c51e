import type { TopList } from './top-list.rules';

/** Sums over receipts in one world, in minor units. */
export interface Sums {
  /** At shelf prices. */
  shelf: bigint;
  discount: bigint;
  /** What buyers pay. */
  revenue: bigint;
  points: bigint;
  /** Paid for the lines whose cost is known, and their cost. */
  costedRevenue: bigint;
  cost: bigint;
}

/** Both worlds over the same receipts. */
export interface BothSums {
  receipts: number;
  before: Sums;
  after: Sums;
}

/** What the drafts give by themselves. */
export interface DraftSums {
  receipts: number;
  discount: bigint;
  points: bigint;
}

/** How another promotion fares on the receipts that the drafts change. */
export interface OverlapSums {
  /** Receipts where it applies beside a draft. */
  together: number;
  /** Receipts where it applied and gives way. */
  displaced: number;
  discountBefore: bigint;
  discountAfter: bigint;
  pointsBefore: bigint;
  pointsAfter: bigint;
}

/** Who is better or worse off. */
export interface SideSums {
  receipts: number;
  members: number;
  amount: bigint;
}

/** A step of the distribution: receipts whose buyers gain so much. */
export interface SpreadStep {
  receipts: number;
  amount: bigint;
}

/** What is only counted, because it was not replayed or not with everything. */
export interface Unknowns {
  returned: number;
  ofUnknownMembers: number;
  ofUnknownStores: number;
  unpriceable: number;
  /** Receipts whose tender nobody told, and some promotion asks for it. */
  tender: number;
  lines: number;
  linesWithoutCost: number;
}

/** The result of a replay, or of a part of it: figures of parts add up to those of the whole, in any order. */
export interface Figures {
  members: number;
  anonymousReceipts: number;
  touchedReceipts: number;
  touchedMembers: number;
  heldOutReceipts: number;
  heldOutMembers: number;
  all: BothSums;
  /** Receipts that a draft touches or changes. */
  affected: BothSums;
  drafts: Record<string, DraftSums>;
  overlaps: Record<string, OverlapSums>;
  days: Record<string, BothSums>;
  stores: Record<string, BothSums>;
  spread: SpreadStep[];
  winners: SideSums;
  losers: SideSums;
  topMembers: { winners: TopList; losers: TopList };
  topReceipts: { winners: TopList; losers: TopList };
  unknowns: Unknowns;
}
