import type { BothSums, Figures, Sums } from './figures';
import { offer, type TopList } from './top-list.rules';

/** Upper bounds of the steps in minor units, ascending: the loss of more than 5,000 first, the gain of more than 5,000 last. */
export const SPREAD_BOUNDS: readonly bigint[] = [
  -5_000_00n,
  -1_000_00n,
  -500_00n,
  -100_00n,
  -1n,
  0n,
  100_00n,
  500_00n,
  1_000_00n,
  5_000_00n,
];

/** Figures of nothing. */
export const noFigures = (): Figures => ({
  members: 0,
  anonymousReceipts: 0,
  touchedReceipts: 0,
  touchedMembers: 0,
  heldOutReceipts: 0,
  heldOutMembers: 0,
  all: noSums(),
  affected: noSums(),
  drafts: {},
  overlaps: {},
  days: {},
  stores: {},
  spread: Array.from({ length: SPREAD_BOUNDS.length + 1 }, () => ({ receipts: 0, amount: 0n })),
  winners: { receipts: 0, members: 0, amount: 0n },
  losers: { receipts: 0, members: 0, amount: 0n },
  topMembers: { winners: [], losers: [] },
  topReceipts: { winners: [], losers: [] },
  unknowns: {
    returned: 0,
    ofUnknownMembers: 0,
    ofUnknownStores: 0,
    unpriceable: 0,
    tender: 0,
    lines: 0,
    linesWithoutCost: 0,
  },
});

/** Both worlds over no receipts. */
export const noSums = (): BothSums => ({ receipts: 0, before: emptySums(), after: emptySums() });

const emptySums = (): Sums => ({ shelf: 0n, discount: 0n, revenue: 0n, points: 0n, costedRevenue: 0n, cost: 0n });

/** The step of the distribution that a gain falls into. */
export function stepOf(gain: bigint): number {
  const step = SPREAD_BOUNDS.findIndex((bound) => gain <= bound);
  return step < 0 ? SPREAD_BOUNDS.length : step;
}

/** Adds the figures of a part to a sum, which it changes. The order of parts does not matter. */
export function addFigures(sum: Figures, part: Figures): void {
  const { topMembers, topReceipts, ...added } = part;
  const { topMembers: members, topReceipts: receipts, ...sums } = sum;
  add(sums, added);
  Object.assign(sum, sums);
  for (const side of ['winners', 'losers'] as const) {
    merge(members[side], topMembers[side]);
    merge(receipts[side], topReceipts[side]);
  }
}

const merge = (list: TopList, rows: TopList): void => {
  for (const row of rows) offer(list, row);
};

/** Number to number, key by key, into `sum`; what only the part has is taken over. */
function add(sum: object, part: object): void {
  const into = sum as Record<string, unknown>;
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    const known = into[key];
    if (typeof value === 'bigint') into[key] = (typeof known === 'bigint' ? known : 0n) + value;
    else if (typeof value === 'number') into[key] = (typeof known === 'number' ? known : 0) + value;
    else if (typeof known === 'object' && known !== null && typeof value === 'object' && value !== null)
      add(known, value);
    else into[key] = structuredClone(value);
  }
}
