import { priceOf, shareOf, spread, sum, type Minor } from '@adal/money';
import { bundleOff, missingOfBundle } from './bundles';
import type { Discount } from './effect';
import type { Facts, GoodsId, GoodsRegistry } from './facts';
import type { Goods } from './goods';
import { least, type Allowance, type Take } from './prices';
import { reasonOf, type Reason } from './reason';
import { tiers } from './tiers';
import { cheapestOfEach, dearestFirst, unitsOf, valueOfUnits } from './units';

/** What a discount works on. */
export interface Pool {
  facts: Facts;
  /** Positions of the goods of each part of the effect that it may lower. */
  parts: readonly (readonly number[])[];
  allowance: Allowance;
}

/** A discount made ready. */
export interface DiscountStep {
  goods: readonly GoodsId[];
  /** Whether lines depend on one another, so that it takes all of its goods or none. */
  isJoint: boolean;
  /** What it would take off each line. */
  wish(pool: Pool): Take[];
  /** What is missing when there are goods and yet it gives nothing; null when nothing special is. */
  missing(facts: Facts): Reason | null;
  /** The next step that more of the goods would reach; null when there is none. */
  next(facts: Facts): Reason | null;
}

/** Turns a discount into a step. */
export function compileDiscount(effect: Discount, registry: GoodsRegistry): DiscountStep {
  switch (effect.kind) {
    case 'PERCENT':
      return perLine(registry.register(effect.goods), (left) => shareOf(left, effect.percent, 'HALF_UP'));
    case 'FIXED_PRICE':
      return perLine(registry.register(effect.goods), (left, quantity) => left - priceOf(effect.price, quantity));
    case 'AMOUNT_OFF':
      return amountOff(effect, registry.register(effect.goods));
    case 'CHEAPEST_FREE':
      return cheapest(effect.goods, registry, { of: effect.of, count: effect.free, percent: WHOLE, isPerSku: false });
    case 'N_FOR_M':
      return cheapest(effect.goods, registry, {
        of: effect.take,
        count: effect.take - effect.pay,
        percent: WHOLE,
        isPerSku: true,
      });
    case 'NTH_AT_PERCENT':
      return cheapest(effect.goods, registry, { of: effect.n, count: 1, percent: effect.percent, isPerSku: false });
    case 'BUNDLE_PRICE':
    case 'SET_PERCENT':
      return {
        goods: effect.parts.map((part) => registry.register(part.goods)),
        isJoint: true,
        wish: (pool) => bundleOff(effect, pool),
        missing: (facts) => missingOfBundle(effect, facts, registry),
        next: () => null,
      };
    case 'GIFT':
      return gift(effect, registry.register(effect.goods));
    case 'TIERS':
      return tiers(effect, registry.register(effect.goods));
  }
}

const WHOLE = 10_000n;

function perLine(goods: GoodsId, off: (left: Minor, quantity: bigint) => Minor): DiscountStep {
  return {
    goods: [goods],
    isJoint: false,
    wish: ({ facts, parts: [positions = []], allowance }) =>
      positions.map((position) => ({
        position,
        amountMinor: off(allowance.left(position), facts.lines[position]?.line.quantityMilli ?? 0n),
      })),
    missing: () => null,
    next: () => null,
  };
}

type EffectOf<Kind extends Discount['kind']> = Extract<Discount, { kind: Kind }>;

function amountOff({ goods, amount, every }: EffectOf<'AMOUNT_OFF'>, id: GoodsId): DiscountStep {
  return {
    goods: [id],
    isJoint: true,
    wish({ facts, parts: [positions = []], allowance }) {
      const times = every === null ? 1 : Math.floor(unitsOf(facts, positions) / every);
      const uses = every === null ? 1 : Math.min(times, allowance.caps.usesPerBasket ?? times);
      return spreadOff(amount * BigInt(uses), positions, allowance);
    },
    missing: (facts) => (every === null ? null : missingUnits(goods, every, unitsOf(facts, facts.positionsOf(id)))),
    next: () => null,
  };
}

/** In proportion to what may still be taken off each line. */
function spreadOff(amount: Minor, positions: readonly number[], allowance: Allowance): Take[] {
  const rooms = positions.map((position) => allowance.room(position));
  const parts = spread(least(amount, sum(rooms)), rooms);
  return positions.map((position, index) => ({ position, amountMinor: parts[index] ?? 0n }));
}

function cheapest(
  goods: Goods,
  registry: GoodsRegistry,
  rule: { of: number; count: number; percent: bigint; isPerSku: boolean },
): DiscountStep {
  const id = registry.register(goods);
  return {
    goods: [id],
    isJoint: true,
    wish: ({ facts, parts: [positions = []], allowance }) =>
      cheapestOfEach(facts, positions, { ...rule, groupsMax: allowance.caps.usesPerBasket }).map(
        ({ position, units }) => ({
          position,
          amountMinor: shareOf(
            valueOfUnits(allowance.left(position), facts.lines[position], units),
            rule.percent,
            'HALF_UP',
          ),
        }),
      ),
    missing: (facts) => missingUnits(goods, rule.of, unitsOf(facts, facts.positionsOf(id))),
    next: () => null,
  };
}

function missingUnits(goods: Goods, wanted: number, units: number): Reason | null {
  if (units >= wanted) return null;
  return reasonOf('units.missing', goods, { missing: String(wanted - units), threshold: String(wanted) });
}

function gift({ goods, quantity }: EffectOf<'GIFT'>, id: GoodsId): DiscountStep {
  const absent = reasonOf('gift.absent', goods, { quantity: String(quantity) });
  return {
    goods: [id],
    isJoint: true,
    wish({ facts, parts: [positions = []], allowance }) {
      let wanted = quantity;
      const takes: Take[] = [];
      for (const position of dearestFirst(facts, positions).reverse()) {
        const units = Math.min(wanted, facts.lines[position]?.units ?? 0);
        if (units === 0) continue;
        wanted -= units;
        takes.push({
          position,
          amountMinor: valueOfUnits(allowance.left(position), facts.lines[position], units),
        });
      }
      return takes;
    },
    missing: (facts) => (unitsOf(facts, facts.positionsOf(id)) > 0 ? null : absent),
    next: () => null,
  };
}
