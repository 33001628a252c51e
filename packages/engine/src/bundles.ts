import { shareOf, spread, sum, type Minor } from '@adal/money';
import type { Pool } from './compile-discount';
import type { BundlePart, Discount } from './effect';
import type { Facts, GoodsRegistry } from './facts';
import type { Take } from './prices';
import { reasonOf, type Reason } from './reason';
import { dearestFirst, unitsOf, valueOfUnits, type UnitsOfLine } from './units';

type Bundle = Extract<Discount, { kind: 'BUNDLE_PRICE' | 'SET_PERCENT' }>;

/** What bundles take off the units they are made of. */
export function bundleOff(bundle: Bundle, pool: Pool): Take[] {
  const { facts, allowance } = pool;
  const amounts = new Map<number, Minor>();
  for (const { units, times } of formBundles(bundle, pool)) {
    const values = units.map((part) =>
      valueOfUnits(allowance.left(part.position), facts.lines[part.position], part.units),
    );
    const parts =
      bundle.kind === 'SET_PERCENT'
        ? values.map((value) => shareOf(value, bundle.percent, 'HALF_UP'))
        : downTo(bundle.price * BigInt(times), values);
    units.forEach(({ position }, index) => {
      amounts.set(position, (amounts.get(position) ?? 0n) + (parts[index] ?? 0n));
    });
  }
  return [...amounts].map(([position, amountMinor]) => ({ position, amountMinor }));
}

/** The part that is not in the basket, and how many of it; null when every part is. */
export function missingOfBundle({ parts }: Bundle, facts: Facts, registry: GoodsRegistry): Reason | null {
  for (const { goods, quantity } of parts) {
    const units = unitsOf(facts, facts.positionsOf(registry.register(goods)));
    if (units < quantity) return reasonOf('bundle.incomplete', goods, { missing: String(quantity - units) });
  }
  return null;
}

interface Formed {
  /** Of all its repetitions together. */
  units: UnitsOfLine[];
  times: number;
}

/** As many bundles as the units make, the dearest first; one that would cost more than its units is not made. */
function formBundles(bundle: Bundle, { facts, parts, allowance }: Pool): Formed[] {
  const available = facts.lines.map(({ units }) => units);
  const queues = scarcestFirst(bundle.parts, parts, facts);
  const formed: Formed[] = [];
  let usesLeft = allowance.caps.usesPerBasket ?? Number.MAX_SAFE_INTEGER;
  while (usesLeft > 0) {
    const picked = pickOne(queues, available);
    if (picked === null) break;
    if (bundle.kind === 'BUNDLE_PRICE' && shelfPrice(picked, facts) <= bundle.price) break;
    let times = usesLeft;
    for (const [position, units] of picked) {
      times = Math.min(times, Math.floor((available[position] ?? 0) / units));
    }
    const units = [...picked].map(([position, count]) => ({ position, units: count * times }));
    for (const part of units) available[part.position] = (available[part.position] ?? 0) - part.units;
    usesLeft -= times;
    formed.push({ units, times });
  }
  return formed;
}

interface Queue {
  quantity: number;
  positions: readonly number[];
}

/** The part with the fewest units chooses first, lest another one takes them. */
function scarcestFirst(parts: readonly BundlePart[], positions: readonly (readonly number[])[], facts: Facts): Queue[] {
  const queues = parts.map(({ quantity }, index) => {
    const own = positions[index] ?? [];
    return { quantity, positions: dearestFirst(facts, own), units: unitsOf(facts, own), index };
  });
  return queues.sort((left, right) => left.units - right.units || left.index - right.index);
}

/** Units of one bundle by position; null when a part cannot be filled. */
function pickOne(queues: readonly Queue[], available: readonly number[]): Map<number, number> | null {
  const picked = new Map<number, number>();
  for (const { quantity, positions } of queues) {
    let wanted = quantity;
    for (const position of positions) {
      if (wanted === 0) break;
      const before = picked.get(position) ?? 0;
      const units = Math.min(wanted, (available[position] ?? 0) - before);
      if (units <= 0) continue;
      picked.set(position, before + units);
      wanted -= units;
    }
    if (wanted > 0) return null;
  }
  return picked;
}

function shelfPrice(picked: ReadonlyMap<number, number>, facts: Facts): Minor {
  let total = 0n;
  for (const [position, units] of picked) total += (facts.lines[position]?.line.priceMinor ?? 0n) * BigInt(units);
  return total;
}

/** What must be taken off the values so that together they cost the price. */
function downTo(price: Minor, values: readonly Minor[]): Minor[] {
  const off = sum(values) - price;
  return off > 0n ? spread(off, values) : values.map(() => 0n);
}
