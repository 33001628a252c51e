import { contributions, type Steps } from './contributions.rules';

/** What sales of a period come to. Money in minor units, units in thousandths; `returned` is what was given back. */
export interface Sums {
  readonly buyers: bigint;
  readonly receipts: bigint;
  readonly units: bigint;
  readonly sold: bigint;
  readonly anonymousReceipts: bigint;
  readonly anonymousUnits: bigint;
  readonly anonymousSold: bigint;
  readonly returned: bigint;
}

export const NOTHING: Sums = {
  ...{ buyers: 0n, receipts: 0n, units: 0n, sold: 0n },
  ...{ anonymousReceipts: 0n, anonymousUnits: 0n, anonymousSold: 0n, returned: 0n },
};

/** Places of the tree, each after the one it is a part of. */
export const NODES = {
  REVENUE: null,
  MEMBERS: 'REVENUE',
  BUYERS: 'MEMBERS',
  RECEIPTS_PER_BUYER: 'MEMBERS',
  AVERAGE_RECEIPT: 'MEMBERS',
  ITEMS_PER_RECEIPT: 'AVERAGE_RECEIPT',
  PRICE_PER_ITEM: 'AVERAGE_RECEIPT',
  ANONYMOUS: 'REVENUE',
  ANONYMOUS_RECEIPTS: 'ANONYMOUS',
  ANONYMOUS_AVERAGE_RECEIPT: 'ANONYMOUS',
  ANONYMOUS_ITEMS_PER_RECEIPT: 'ANONYMOUS_AVERAGE_RECEIPT',
  ANONYMOUS_PRICE_PER_ITEM: 'ANONYMOUS_AVERAGE_RECEIPT',
  RETURNS: 'REVENUE',
} as const;
export type NodeKey = keyof typeof NODES;
export const NODE_KEYS = Object.keys(NODES) as NodeKey[];

/** Of their values. */
export const UNITS: Readonly<Record<NodeKey, 'MONEY' | 'COUNT' | 'NUMBER'>> = {
  ...{ REVENUE: 'MONEY', MEMBERS: 'MONEY', ANONYMOUS: 'MONEY', RETURNS: 'MONEY' },
  ...{ BUYERS: 'COUNT', RECEIPTS_PER_BUYER: 'NUMBER', ANONYMOUS_RECEIPTS: 'COUNT' },
  ...{ AVERAGE_RECEIPT: 'MONEY', ITEMS_PER_RECEIPT: 'NUMBER', PRICE_PER_ITEM: 'MONEY' },
  ...{ ANONYMOUS_AVERAGE_RECEIPT: 'MONEY', ANONYMOUS_ITEMS_PER_RECEIPT: 'NUMBER', ANONYMOUS_PRICE_PER_ITEM: 'MONEY' },
};

export type Contributions = Readonly<Record<NodeKey, bigint>>;

export const revenueOf = ({ sold, anonymousSold, returned }: Sums): bigint => sold + anonymousSold - returned;

/** By how much each place of the tree moved revenue: parts add up to what they are part of, and that to the change. */
export function contributionsOf(before: Sums, after: Sums): Contributions {
  const [buyers = 0n, often = 0n, items = 0n, price = 0n] = split(before, after, stepsOfMembers);
  const [receipts = 0n, anonymousItems = 0n, anonymousPrice = 0n] = split(before, after, stepsOfAnonymous);
  return {
    REVENUE: revenueOf(after) - revenueOf(before),
    MEMBERS: after.sold - before.sold,
    BUYERS: buyers,
    RECEIPTS_PER_BUYER: often,
    AVERAGE_RECEIPT: items + price,
    ITEMS_PER_RECEIPT: items,
    PRICE_PER_ITEM: price,
    ANONYMOUS: after.anonymousSold - before.anonymousSold,
    ANONYMOUS_RECEIPTS: receipts,
    ANONYMOUS_AVERAGE_RECEIPT: anonymousItems + anonymousPrice,
    ANONYMOUS_ITEMS_PER_RECEIPT: anonymousItems,
    ANONYMOUS_PRICE_PER_ITEM: anonymousPrice,
    RETURNS: before.returned - after.returned,
  };
}

/** Values of the tree's places, in whole units; null where there is nothing to divide by. */
export function valuesOf(sums: Sums): Readonly<Record<NodeKey, number | null>> {
  const money = (minor: bigint): number => Number(minor) / 100;
  const pieces = (milli: bigint): number => Number(milli) / 1_000;
  const { buyers, receipts, units, sold, anonymousReceipts, anonymousUnits, anonymousSold, returned } = sums;
  return {
    REVENUE: money(revenueOf(sums)),
    MEMBERS: money(sold),
    BUYERS: Number(buyers),
    RECEIPTS_PER_BUYER: over(Number(receipts), Number(buyers)),
    AVERAGE_RECEIPT: over(money(sold), Number(receipts)),
    ITEMS_PER_RECEIPT: over(pieces(units), Number(receipts)),
    PRICE_PER_ITEM: over(money(sold), pieces(units)),
    ANONYMOUS: money(anonymousSold),
    ANONYMOUS_RECEIPTS: Number(anonymousReceipts),
    ANONYMOUS_AVERAGE_RECEIPT: over(money(anonymousSold), Number(anonymousReceipts)),
    ANONYMOUS_ITEMS_PER_RECEIPT: over(pieces(anonymousUnits), Number(anonymousReceipts)),
    ANONYMOUS_PRICE_PER_ITEM: over(money(anonymousSold), pieces(anonymousUnits)),
    RETURNS: money(returned),
  };
}

/** Contributions of parts, place by place. */
export function addUp(parts: readonly Contributions[]): Contributions {
  const total = (key: NodeKey): bigint => parts.reduce((sum, part) => sum + part[key], 0n);
  return Object.fromEntries(NODE_KEYS.map((key) => [key, total(key)])) as Record<NodeKey, bigint>;
}

const stepsOfMembers = ({ buyers, receipts, units, sold }: Sums): Steps => [buyers, receipts, units, sold];
const stepsOfAnonymous = (sums: Sums): Steps => [sums.anonymousReceipts, sums.anonymousUnits, sums.anonymousSold];

/** Goods whose quantity nobody told have no price: what they cost is then told of the average receipt as a whole. */
function split(before: Sums, after: Sums, stepsOf: (sums: Sums) => Steps): bigint[] {
  const [from, to] = [stepsOf(before), stepsOf(after)];
  const isKnown = [from, to].every((steps) => (steps.at(-2) ?? 0n) > 0n || (steps.at(-1) ?? 0n) === 0n);
  if (isKnown) return contributions(from, to);
  const without = (steps: Steps): Steps => steps.toSpliced(-2, 1);
  return contributions(without(from), without(to)).toSpliced(-1, 0, 0n);
}

const over = (above: number, below: number): number | null => (below === 0 ? null : above / below);
