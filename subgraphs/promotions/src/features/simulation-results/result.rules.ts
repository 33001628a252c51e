import type { Scene } from '../replay';
import {
  promotionIdOf,
  SPREAD_BOUNDS,
  type BothSums,
  type Figures,
  type Sums,
  type TopRow,
} from '../simulation-figures';
import type { AskedSimulation } from '../simulations';

/** A result as the graph answers it, with what it is made of. */
export interface SimulationResult {
  readonly asked: AskedSimulation;
  readonly figures: Figures;
  readonly scene: Scene;
}

export interface OverlapRow {
  readonly promotionId: string;
  readonly name: string;
  readonly isReplaced: boolean;
  readonly together: number;
  readonly displaced: number;
  readonly discountBefore: bigint;
  readonly discountAfter: bigint;
  readonly pointsBefore: bigint;
  readonly pointsAfter: bigint;
}

/** Other promotions, those whose worth changes most first. */
export function overlapsOf({ figures, scene }: SimulationResult): OverlapRow[] {
  const names = namesOf(scene);
  return Object.entries(figures.overlaps)
    .map(([promotionId, sums]) => ({
      promotionId,
      name: names.get(promotionId) ?? '',
      isReplaced: scene.draftIds.includes(promotionId),
      ...sums,
    }))
    .sort(
      (left, right) => descending(changeOf(left), changeOf(right)) || ascending(left.promotionId, right.promotionId),
    );
}

const changeOf = ({ discountBefore, discountAfter, pointsBefore, pointsAfter }: OverlapRow): bigint =>
  magnitude(discountAfter - discountBefore) + magnitude(pointsAfter - pointsBefore);

export interface GiftRow {
  readonly promotionId: string;
  readonly name: string;
  readonly receipts: number;
  readonly discount: bigint;
  readonly points: bigint;
}

/** What each draft gives, in the order they were asked for; one that gives nothing says so. */
export function giftsOf({ figures, scene }: SimulationResult): GiftRow[] {
  const names = new Map(scene.with.map(({ id, name }) => [id, name]));
  return scene.draftIds.map((promotionId) => ({
    promotionId,
    name: names.get(promotionId) ?? '',
    ...(figures.drafts[promotionId] ?? { receipts: 0, discount: 0n, points: 0n }),
  }));
}

const namesOf = ({ without }: Scene): Map<string, string> =>
  new Map(without.map(({ id, name }) => [promotionIdOf(id), name]));

export interface CostRow {
  readonly discountCost: bigint;
  readonly pointsCost: bigint;
  readonly all: BothSums;
}

export const daysOf = ({ figures }: SimulationResult): (CostRow & { day: string })[] =>
  Object.entries(figures.days)
    .map(([day, all]) => ({ day, ...costOf(all), all }))
    .sort((left, right) => ascending(left.day, right.day));

/** The dearest first. */
export const storesOf = ({ figures }: SimulationResult): (CostRow & { storeId: string })[] =>
  Object.entries(figures.stores)
    .map(([storeId, all]) => ({ storeId, ...costOf(all), all }))
    .sort(
      (left, right) =>
        descending(left.discountCost + left.pointsCost, right.discountCost + right.pointsCost) ||
        ascending(left.storeId, right.storeId),
    );

/** What is given more than without the drafts. */
export const costOf = ({ before, after }: BothSums): { discountCost: bigint; pointsCost: bigint } => ({
  discountCost: after.discount - before.discount,
  pointsCost: after.points - before.points,
});

export interface StepRow {
  readonly from: bigint | null;
  readonly to: bigint | null;
  readonly receipts: number;
  readonly amount: bigint;
}

export const stepsOf = ({ figures }: SimulationResult): StepRow[] =>
  figures.spread.map((step, index) => ({
    from: SPREAD_BOUNDS[index - 1] ?? null,
    to: SPREAD_BOUNDS[index] ?? null,
    ...step,
  }));

export interface Side {
  readonly receipts: number;
  readonly members: number;
  readonly amount: bigint;
  readonly topMembers: readonly TopRow[];
  readonly topReceipts: readonly TopRow[];
}

export const sideOf = ({ figures }: SimulationResult, side: 'winners' | 'losers'): Side => ({
  ...figures[side],
  topMembers: figures.topMembers[side],
  topReceipts: figures.topReceipts[side],
});

export const marginOf = ({ costedRevenue, cost }: Sums): bigint => costedRevenue - cost;

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
const descending = (left: bigint, right: bigint): number => (left === right ? 0 : left > right ? -1 : 1);
const ascending = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
