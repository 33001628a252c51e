import { DateTime } from 'luxon';
import { RFM_GRIDS, type RfmAxis, type RfmMeasure, type RfmSettings } from '../../src/features/rfm/rfm.grids';
import type { RfmScoring } from '../../src/features/rfm/rfm.question';
import type { SegmentWorld } from './segment-brute-force';

export interface MemberByHand {
  readonly id: string;
  readonly cell: string;
  readonly daysSince: number;
  readonly purchases: number;
  readonly revenueMinor: bigint;
}

/** Every member with a purchase in the window that stands, by id, scored by sorting all values. */
export function rfmByHand(
  world: SegmentWorld,
  axes: readonly RfmAxis[],
  { windowDays, cuts }: RfmSettings,
  day: string,
): MemberByHand[] {
  const members = world.members
    .filter(({ status }) => status !== 'CLOSED')
    .flatMap(({ memberId }) => boughtBy(world, memberId, windowDays, day) ?? []);
  const valueOf = (member: Bought, measure: RfmMeasure): number =>
    ({ RECENCY: -member.daysSince, FREQUENCY: member.purchases, MONEY: Number(member.revenueMinor) })[measure];
  const scoreOf = (member: Bought, { measure, scores }: RfmAxis, index: number): number => {
    const fixed = cuts[index]?.map((bound) => (measure === 'RECENCY' ? -bound : bound));
    const sorted = members.map((one) => valueOf(one, measure)).sort((left, right) => left - right);
    const bounds =
      fixed ??
      Array.from({ length: scores - 1 }, (_, part) => sorted[Math.floor(((part + 1) * sorted.length) / scores)] ?? 0);
    return 1 + bounds.filter((bound) => valueOf(member, measure) >= bound).length;
  };
  return members
    .map((member) => ({ ...member, cell: axes.map((axis, index) => scoreOf(member, axis, index)).join('-') }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Bounds as they are kept, of a day on which somebody made them. */
export function rfmScoring(gridId: string, day: string): RfmScoring | null {
  const grid = RFM_GRIDS.find(({ id }) => id === gridId);
  if (!grid) return null;
  const bounds = { RECENCY: [7, 14, 30, 45], FREQUENCY: [2, 3, 4, 5], MONEY: [20_000, 60_000, 120_000, 200_000] };
  return {
    ...{ axes: grid.axes, day, windowDays: 50 },
    bounds: grid.axes.map(({ measure, scores }) => bounds[measure].slice(0, scores - 1)),
  };
}

/** Whether a member is in one of the cells. */
export function isInCell(world: SegmentWorld, memberId: string, gridId: string, cells: readonly string[]): boolean {
  const scoring = rfmScoring(gridId, world.today);
  if (!scoring) return false;
  const settings = { windowDays: scoring.windowDays, cuts: scoring.bounds };
  return rfmByHand(world, scoring.axes, settings, world.today).some(
    ({ id, cell }) => id === memberId && cells.includes(cell),
  );
}

type Bought = Omit<MemberByHand, 'cell'>;

function boughtBy(world: SegmentWorld, id: string, windowDays: number, day: string): Bought | null {
  const ago = (businessDay: string): number => DateTime.fromISO(day).diff(DateTime.fromISO(businessDay), 'days').days;
  const sales = world.sales.filter(
    ({ memberId, businessDay }) => memberId === id && ago(businessDay) >= 0 && ago(businessDay) < windowDays,
  );
  const left = sales.map((sale) => {
    const back = world.returns.filter(({ of }) => of === sale.purchaseId).map(({ receipt }) => receipt);
    const quantity = [sale, ...back].flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.quantityMilli, 0);
    return {
      sale,
      stands: quantity > 0,
      payable: [sale, ...back].reduce((sum, { payableMinor }) => sum + payableMinor, 0),
    };
  });
  const standing = left.filter(({ stands }) => stands);
  if (standing.length === 0) return null;
  return {
    id,
    daysSince: Math.min(...standing.map(({ sale }) => ago(sale.businessDay))),
    purchases: standing.length,
    revenueMinor: BigInt(left.reduce((sum, { payable }) => sum + payable, 0)),
  };
}
