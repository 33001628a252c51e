import type { PricedBasket } from '@adal/engine';
import type { BothSums, Figures, OverlapSums, Sums } from './figures';
import { noSums, stepOf } from './figures.rules';
import { promotionIdOf } from './run-id';
import { offer } from './top-list.rules';

/** A basket priced without the drafts and with them. */
export interface Comparison {
  readonly before: PricedBasket;
  readonly after: PricedBasket;
}

/** A receipt of the past, as far as figures need it. */
export interface CountedReceipt {
  readonly id: string;
  readonly at: number;
  readonly day: string;
  readonly storeId: string;
  readonly memberId: string | null;
  /** Cost of one unit by line number, in minor units; of lines whose cost is known. */
  readonly costs: ReadonlyMap<number, bigint>;
}

/** What the receipt does to its member. */
export interface Effect {
  readonly money: bigint;
  readonly points: bigint;
  readonly isTouched: boolean;
  readonly isHeldOut: boolean;
}

/** Adds a receipt, priced in both worlds, to the figures. */
export function countReceipt(
  figures: Figures,
  receipt: CountedReceipt,
  { before, after }: Comparison,
  draftIds: ReadonlySet<string>,
): Effect {
  const isTouched = countDrafts(figures, after, draftIds);
  const isHeldOut = after.heldOut.some(({ promotionId }) => draftIds.has(promotionIdOf(promotionId)));
  const [money, points] = [
    before.payableMinor - after.payableMinor,
    after.pointsEarnedMinor - before.pointsEarnedMinor,
  ];
  const isAffected = isTouched || money !== 0n || points !== 0n;
  const sums: BothSums = { receipts: 1, before: sumsOf(before, receipt), after: sumsOf(after, receipt) };
  addSums(figures.all, sums);
  addSums((figures.days[receipt.day] ??= noSums()), sums);
  addSums((figures.stores[receipt.storeId] ??= noSums()), sums);
  if (receipt.memberId === null) figures.anonymousReceipts += 1;
  if (isTouched) figures.touchedReceipts += 1;
  if (isHeldOut) figures.heldOutReceipts += 1;
  figures.unknowns.lines += before.lines.length;
  figures.unknowns.linesWithoutCost += before.lines.length - receipt.costs.size;
  if (isAffected) {
    addSums(figures.affected, sums);
    countOverlaps(figures.overlaps, before, after, draftIds);
    countGain(figures, receipt, money, points);
  }
  return { money, points, isTouched, isHeldOut };
}

function countDrafts({ drafts }: Figures, { applied }: PricedBasket, draftIds: ReadonlySet<string>): boolean {
  let isTouched = false;
  for (const { promotionId, discountMinor, pointsEarnedMinor } of applied) {
    if (!draftIds.has(promotionId)) continue;
    isTouched = true;
    const sums = (drafts[promotionId] ??= { receipts: 0, discount: 0n, points: 0n });
    sums.receipts += 1;
    sums.discount += discountMinor;
    sums.points += pointsEarnedMinor;
  }
  return isTouched;
}

function sumsOf(priced: PricedBasket, { costs }: CountedReceipt): Sums {
  let [costedRevenue, cost] = [0n, 0n];
  for (const { lineNo, payableMinor } of priced.lines) {
    const costMinor = costs.get(lineNo);
    if (costMinor === undefined) continue;
    costedRevenue += payableMinor;
    cost += costMinor;
  }
  const { totalMinor: shelf, discountMinor: discount, payableMinor: revenue, pointsEarnedMinor: points } = priced;
  return { shelf, discount, revenue, points, costedRevenue, cost };
}

function addSums(into: BothSums, { receipts, before, after }: BothSums): void {
  into.receipts += receipts;
  addSum(into.before, before);
  addSum(into.after, after);
}

function addSum(into: Sums, { shelf, discount, revenue, points, costedRevenue, cost }: Sums): void {
  into.shelf += shelf;
  into.discount += discount;
  into.revenue += revenue;
  into.points += points;
  into.costedRevenue += costedRevenue;
  into.cost += cost;
}

/** Of the other promotions, and of the version that a draft replaces. */
function countOverlaps(
  overlaps: Figures['overlaps'],
  before: PricedBasket,
  after: PricedBasket,
  draftIds: ReadonlySet<string>,
): void {
  const of = (id: string): OverlapSums => (overlaps[promotionIdOf(id)] ??= noOverlap());
  const left = new Set(before.applied.map(({ promotionId }) => promotionId));
  for (const { promotionId, discountMinor, pointsEarnedMinor } of after.applied) {
    if (draftIds.has(promotionId)) continue;
    const sums = of(promotionId);
    left.delete(promotionId);
    sums.together += 1;
    sums.discountAfter += discountMinor;
    sums.pointsAfter += pointsEarnedMinor;
  }
  for (const { promotionId, discountMinor, pointsEarnedMinor } of before.applied) {
    const sums = of(promotionId);
    if (left.has(promotionId)) sums.displaced += 1;
    sums.discountBefore += discountMinor;
    sums.pointsBefore += pointsEarnedMinor;
  }
}

const noOverlap = (): OverlapSums => ({
  together: 0,
  displaced: 0,
  discountBefore: 0n,
  discountAfter: 0n,
  pointsBefore: 0n,
  pointsAfter: 0n,
});

function countGain(
  figures: Figures,
  { id, at, storeId, memberId }: CountedReceipt,
  money: bigint,
  points: bigint,
): void {
  const gain = money + points;
  const step = figures.spread[stepOf(gain)];
  if (step !== undefined) {
    step.receipts += 1;
    step.amount += gain;
  }
  if (gain === 0n) return;
  const side = gain > 0n ? 'winners' : 'losers';
  figures[side].receipts += 1;
  figures[side].amount += gain;
  offer(figures.topReceipts[side], { id, gain, money, points, memberId, storeId, at });
}

/** Adds a member once all receipts of theirs are counted. */
export function countMember(figures: Figures, memberId: string, effects: readonly Effect[]): void {
  if (effects.length === 0) return;
  figures.members += 1;
  if (effects.some(({ isTouched }) => isTouched)) figures.touchedMembers += 1;
  if (effects.some(({ isHeldOut }) => isHeldOut)) figures.heldOutMembers += 1;
  let [money, points] = [0n, 0n];
  for (const effect of effects) {
    money += effect.money;
    points += effect.points;
  }
  const gain = money + points;
  if (gain === 0n) return;
  const side = gain > 0n ? 'winners' : 'losers';
  figures[side].members += 1;
  offer(figures.topMembers[side], { id: memberId, gain, money, points, memberId, storeId: null, at: null });
}
