import { divide, type Minor } from '@adal/money';
import type { Facts, OpenLine } from './facts';

/** Units of the line at a position. */
export interface UnitsOfLine {
  position: number;
  units: number;
}

export interface CheapestRule {
  of: number;
  count: number;
  /** Whether units of different SKUs make groups of their own. */
  isPerSku: boolean;
  groupsMax: number | null;
}

/** Of every `of` units, dearest first, the `count` cheapest. Chosen by shelf price, so that other discounts do not matter. */
export function cheapestOfEach(facts: Facts, positions: readonly number[], rule: CheapestRule): UnitsOfLine[] {
  const chosen: UnitsOfLine[] = [];
  let groupsLeft = rule.groupsMax ?? Number.MAX_SAFE_INTEGER;
  for (const queue of queuesOf(facts, positions, rule.isPerSku)) {
    const groups = Math.min(groupsLeft, Math.floor(unitsOf(facts, queue) / rule.of));
    groupsLeft -= groups;
    const counted = groups * rule.of;
    let before = 0;
    for (const position of queue) {
      const after = before + (facts.lines[position]?.units ?? 0);
      const units = chosenUpTo(Math.min(after, counted), rule) - chosenUpTo(Math.min(before, counted), rule);
      if (units > 0) chosen.push({ position, units });
      before = after;
    }
  }
  return chosen;
}

/** Shelf price from high to low; lines of one price in their own order. */
export function dearestFirst(facts: Facts, positions: readonly number[]): number[] {
  const priceOf = (position: number): Minor => facts.lines[position]?.line.priceMinor ?? 0n;
  return [...positions].sort((left, right) => {
    const [leftPrice, rightPrice] = [priceOf(left), priceOf(right)];
    return leftPrice === rightPrice ? left - right : leftPrice > rightPrice ? -1 : 1;
  });
}

export function unitsOf(facts: Facts, positions: readonly number[]): number {
  let units = 0;
  for (const position of positions) units += facts.lines[position]?.units ?? 0;
  return units;
}

/** What so many units of the line cost of what is left of it. */
export function valueOfUnits(leftMinor: Minor, line: OpenLine | undefined, units: number): Minor {
  if (line === undefined) return 0n;
  return divide(leftMinor * BigInt(units) * 1_000n, line.line.quantityMilli, 'HALF_UP');
}

function queuesOf(facts: Facts, positions: readonly number[], isPerSku: boolean): number[][] {
  const ordered = dearestFirst(facts, positions);
  if (!isPerSku) return [ordered];
  const queues = new Map<string, number[]>();
  for (const position of ordered) {
    const sku = facts.lines[position]?.line.sku ?? '';
    const queue = queues.get(sku);
    if (queue === undefined) queues.set(sku, [position]);
    else queue.push(position);
  }
  return [...queues.values()];
}

/** How many of the first `units` of a queue are chosen: the last `count` of each full group. */
function chosenUpTo(units: number, { of, count }: CheapestRule): number {
  return Math.floor(units / of) * count + Math.max(0, (units % of) - (of - count));
}
