import type { Basket, Condition, Goods, Promotion } from '@adal/engine';
import { Engine, type NestedCondition } from 'json-rules-engine';

/**
 * The same conditions for json-rules-engine: schedule, audience, goods and thresholds of each promotion as one rule over
 * facts of the basket. It says which promotions apply; prices, stacking and points are left to its user.
 */
export function rulesEngine(promotions: readonly Promotion[]): (basket: Basket) => Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('overlaps', (left: unknown, right: unknown) => {
    const wanted = new Set(right as string[]);
    return (left as string[]).some((one) => wanted.has(one));
  });
  for (const promotion of promotions) {
    const goods =
      'goods' in (promotion.effects[0] ?? {}) ? goodsRule((promotion.effects[0] as { goods: Goods }).goods) : [];
    engine.addRule({
      conditions: {
        all: [
          { fact: 'at', operator: 'greaterThanInclusive', value: promotion.schedule.from ?? 0 },
          { fact: 'at', operator: 'lessThan', value: promotion.schedule.until ?? Infinity },
          { fact: 'minute', operator: 'greaterThanInclusive', value: promotion.schedule.hours[0]?.from ?? 0 },
          { fact: 'minute', operator: 'lessThan', value: promotion.schedule.hours[0]?.until ?? 1_440 },
          ...goods,
          ...(promotion.condition === null ? [] : conditionRule(promotion.condition)),
        ],
      },
      event: { type: promotion.id },
    });
  }
  return async (basket) => (await engine.run(factsOf(basket))).events.length;
}

function factsOf({ storeId, at, local, member, lines, coupons }: Basket): Record<string, unknown> {
  const paths = lines.flatMap(({ category }) => {
    const parts = category?.split(' > ') ?? [];
    return parts.map((_, index) => parts.slice(0, index + 1).join(' > '));
  });
  return {
    storeId,
    at,
    minute: local.minuteOfDay,
    skus: lines.map(({ sku }) => sku),
    brands: lines.map(({ brand }) => brand),
    categories: [...new Set(paths)],
    seasons: lines.map(({ attributes }) => attributes.season),
    sum: lines.reduce((total, line) => total + (Number(line.priceMinor) * Number(line.quantityMilli)) / 1_000, 0),
    pools: coupons.map(({ poolId }) => poolId),
    city: member?.city,
    gender: member?.gender,
    segments: member?.segments ?? [],
  };
}

function goodsRule(goods: Goods): NestedCondition[] {
  switch (goods.kind) {
    case 'SKU':
      return [{ fact: 'skus', operator: 'overlaps', value: goods.in }];
    case 'BRAND':
      return [{ fact: 'brands', operator: 'overlaps', value: goods.in }];
    case 'CATEGORY':
      return [{ fact: 'categories', operator: 'overlaps', value: goods.in }];
    case 'ATTRIBUTE':
      return [{ fact: 'seasons', operator: 'overlaps', value: goods.values }];
    case 'ALL':
      return goods.of.flatMap(goodsRule);
    default:
      return [];
  }
}

function conditionRule(condition: Condition): NestedCondition[] {
  switch (condition.kind) {
    case 'CITY':
      return [{ fact: 'city', operator: 'in', value: condition.in }];
    case 'SEGMENT':
      return [{ fact: 'segments', operator: 'overlaps', value: condition.in }];
    case 'GENDER':
      return [{ fact: 'gender', operator: 'equal', value: condition.gender }];
    case 'LINES':
      return [{ fact: 'sum', operator: 'greaterThanInclusive', value: Number(condition.atLeast ?? 0n) }];
    case 'STORE':
      return [{ fact: 'storeId', operator: 'in', value: condition.storeIds }];
    case 'COUPON':
      return [{ fact: 'pools', operator: 'overlaps', value: [condition.poolId] }];
    case 'ALL':
      return condition.of.flatMap(conditionRule);
    default:
      return [];
  }
}
