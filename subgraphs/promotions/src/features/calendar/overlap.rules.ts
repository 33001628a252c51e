import { categoryPaths, checkDefinition, goodsGivenBy, type Condition, type Goods, type Promotion } from '@adal/engine';

export interface Overlap {
  /** Epoch milliseconds; null is open. */
  from: number | null;
  until: number | null;
}

/** When two promotions can be on the same goods of one receipt and add up; null when they cannot. */
export function overlapOf(one: Promotion, other: Promotion): Overlap | null {
  if (excludeEachOther(one, other) || !shareGoods(one, other)) return null;
  const from = latest(one.schedule.from, other.schedule.from);
  const until = earliest(one.schedule.until, other.schedule.until);
  if (from !== null && until !== null && from >= until) return null;
  return contradict(one, other) ? null : { from, until };
}

/** Promotions of one group that does not add up settle it between them. */
function excludeEachOther({ stacking }: Promotion, { stacking: others }: Promotion): boolean {
  if (stacking === null || stacking.group !== others?.group) return false;
  return [stacking.mode, others.mode].some((mode) => mode !== 'CUMULATIVE');
}

const shareGoods = (one: Promotion, other: Promotion): boolean =>
  goodsGivenBy(one).some((goods) => goodsGivenBy(other).some((others) => mayMeet(goods, others)));

/** False when no product can be in both; what only the catalogue could tell counts as possible. */
export function mayMeet(one: Goods, other: Goods): boolean {
  if (one.kind === 'ALL') return one.of.every((part) => mayMeet(part, other));
  if (one.kind === 'ANY') return one.of.some((part) => mayMeet(part, other));
  if (other.kind === 'ALL' || other.kind === 'ANY') return mayMeet(other, one);
  if (one.kind === 'SKU' && other.kind === 'SKU') return meet(one.in, other.in);
  if (one.kind === 'BRAND' && other.kind === 'BRAND') return meet(one.in, other.in);
  if (one.kind === 'CATEGORY' && other.kind === 'CATEGORY') {
    return one.in.some((path) => other.in.some((others) => isWithin(path, others) || isWithin(others, path)));
  }
  return true;
}

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((name) => other.includes(name));
const isWithin = (path: string, outer: string): boolean => {
  const [last] = categoryPaths(outer).slice(-1);
  return last !== undefined && categoryPaths(path).includes(last);
};

/** The engine judges the two as one definition: what can never hold together can never meet on a receipt. */
function contradict(one: Promotion, other: Promotion): boolean {
  const of = [one, other].flatMap(conditionsOf);
  const schedule = { from: null, until: null, weekdays: [], hours: [] };
  if (of.length === 0) return false;
  const together = { ...one, schedule, condition: { kind: 'ALL' as const, of } };
  return checkDefinition(together).some(({ code, path }) => code === 'CONTRADICTION' && path.startsWith('condition'));
}

function conditionsOf({ schedule: { from, until, weekdays, hours }, condition }: Promotion): Condition[] {
  const conditions: Condition[] = [];
  if (from !== null || until !== null) conditions.push({ kind: 'PERIOD', from, until });
  if (weekdays.length > 0) conditions.push({ kind: 'WEEKDAYS', in: weekdays });
  if (hours.length > 0) conditions.push({ kind: 'HOURS', in: hours });
  if (condition !== null) conditions.push(condition);
  return conditions;
}

function latest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
