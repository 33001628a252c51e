import { formatMilli, formatMinor } from '@adal/money';
import type { BasketCondition, Bounds } from './condition';
import type { Check, Facts, GoodsRegistry } from './facts';
import type { Goods } from './goods';
import { reason, reasonOf, type Reason, type ReasonKey } from './reason';

type ConditionOf<Kind extends BasketCondition['kind']> = Extract<BasketCondition, { kind: Kind }>;

/** So much of certain goods. */
export function compileLines({ goods, measure, ...bounds }: ConditionOf<'LINES'>, registry: GoodsRegistry): Check {
  const id = registry.register(goods);
  const what = measure === 'COUNT' ? 'LINES' : measure;
  const isOfAll = goods.kind === 'EVERYTHING';
  const check = checkBounds(isOfAll ? BASKET_KEYS[what] : GOODS_KEYS[what], what, bounds, isOfAll ? null : goods);
  return (facts) => check(MEASURES[what](facts, facts.positionsOf(id)));
}

/** So much in the whole basket. */
export function compileBasket({ measure, ...bounds }: ConditionOf<'BASKET'>): Check {
  const check = checkBounds(BASKET_KEYS[measure], measure, bounds, null);
  return (facts) => check(measure === 'SUM' ? facts.totalMinor : MEASURES[measure](facts, [...facts.lines.keys()]));
}

type Measure = 'SUM' | 'QUANTITY' | 'LINES';
type Keys = readonly [below: ReasonKey, above: ReasonKey];

const BASKET_KEYS: Record<Measure, Keys> = {
  SUM: ['basket.sum_below', 'basket.sum_above'],
  QUANTITY: ['basket.quantity_below', 'basket.quantity_above'],
  LINES: ['basket.lines_below', 'basket.lines_above'],
};

const GOODS_KEYS: Record<Measure, Keys> = {
  SUM: ['goods.sum_below', 'goods.sum_above'],
  QUANTITY: ['goods.quantity_below', 'goods.quantity_above'],
  LINES: ['goods.lines_below', 'goods.lines_above'],
};

const MEASURES: Record<Measure, (facts: Facts, positions: readonly number[]) => bigint> = {
  SUM: sumOf,
  QUANTITY: quantityOf,
  LINES: (_, positions) => BigInt(positions.length),
};

/** Shelf price of the lines. */
export function sumOf(facts: Facts, positions: readonly number[]): bigint {
  let total = 0n;
  for (const position of positions) total += facts.lines[position]?.totalMinor ?? 0n;
  return total;
}

export function quantityOf(facts: Facts, positions: readonly number[]): bigint {
  let total = 0n;
  for (const position of positions) total += facts.lines[position]?.line.quantityMilli ?? 0n;
  return total;
}

/** Compares what was measured; says how much is missing. */
export function checkBounds(
  [below, above]: Keys,
  unit: Measure,
  { atLeast, atMost }: Bounds,
  goods: Goods | null,
): (measured: bigint) => Reason | null {
  const text = { SUM: formatMinor, QUANTITY: formatMilli, LINES: String }[unit];
  const say = (key: ReasonKey, args: Record<string, string>): Reason =>
    goods === null ? reason(key, args) : reasonOf(key, goods, args);
  const tooMuch = atMost === null ? null : say(above, { most: text(atMost) });
  return (measured) => {
    if (atLeast !== null && measured < atLeast) {
      return say(below, { missing: text(atLeast - measured), threshold: text(atLeast) });
    }
    return atMost !== null && measured > atMost ? tooMuch : null;
  };
}
