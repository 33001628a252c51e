import type { Condition } from './condition';
import type { Goods } from './goods';
import type { Promotion } from './promotion';

/** Every part of a condition, itself first. */
export function walkCondition(condition: Condition, visit: (part: Condition) => void): void {
  visit(condition);
  if (condition.kind === 'NOT') walkCondition(condition.of, visit);
  if (condition.kind === 'ALL' || condition.kind === 'ANY') {
    for (const part of condition.of) walkCondition(part, visit);
  }
}

/** Every part of goods, themselves first. */
export function walkGoods(goods: Goods, visit: (part: Goods) => void): void {
  visit(goods);
  if (goods.kind === 'NOT') walkGoods(goods.of, visit);
  if (goods.kind === 'ALL' || goods.kind === 'ANY') for (const part of goods.of) walkGoods(part, visit);
}

/** The goods a condition names. */
export function goodsOfCondition(condition: Condition): Goods[] {
  const goods: Goods[] = [];
  walkCondition(condition, (part) => {
    if (part.kind === 'LINES' || part.kind === 'BOUGHT') goods.push(part.goods);
    if (part.kind === 'BOUGHT_WITHOUT') goods.push(part.goods, part.accessory);
  });
  return goods;
}

/** Pools of which a coupon must be shown, wherever in the condition. */
export function couponPoolsOf({ condition }: Promotion): string[] {
  const pools = new Set<string>();
  if (condition !== null) walkCondition(condition, (part) => part.kind === 'COUPON' && pools.add(part.poolId));
  return [...pools].sort();
}
