import { Faults, shapeFaultsOf, type Fault } from './fault';
import type { Goods } from './goods';
import { checkGoods } from './check-goods';
import { goods as goodsCodec } from './json-goods';
import { goodsOfCondition, walkGoods } from './walk-condition';
import { goodsOfEffect } from './walk-effect';
import type { Definition } from './promotion';

/** Goods that can be looked for, or everything that is wrong with them. */
export type ParsedGoods = { __typename: 'Goods'; goods: Goods } | { __typename: 'GoodsInvalid'; faults: Fault[] };

/** Reads goods alone from JSON, as they stand in a definition. */
export function parseGoods(json: unknown): ParsedGoods {
  const read = goodsCodec.safeDecode(json);
  if (!read.success) return { __typename: 'GoodsInvalid', faults: read.error.issues.flatMap(shapeFaultsOf) };
  const faults = new Faults();
  checkGoods(read.data, 'goods', faults);
  return faults.all.length === 0
    ? { __typename: 'Goods', goods: read.data }
    : { __typename: 'GoodsInvalid', faults: faults.all };
}

/** Goods as JSON that may be stored; `parseGoods` reads them back the same. */
export const printGoods = (goods: Goods): unknown => goodsCodec.encode(goods);

/** Every test of goods that a definition names, wherever it stands. */
export function goodsNamedBy({ condition, effects, variants }: Definition): Goods[] {
  const named: Goods[] = [];
  const add = (goods: Goods): void => walkGoods(goods, (part) => named.push(part));
  if (condition !== null) goodsOfCondition(condition).forEach(add);
  for (const effect of [...effects, ...variants.flatMap((variant) => variant.effects)])
    goodsOfEffect(effect).forEach(add);
  return named;
}

/** The goods that a definition's effects touch, of all its variants. */
export const goodsGivenBy = ({ effects, variants }: Definition): Goods[] =>
  [...effects, ...variants.flatMap((variant) => variant.effects)].flatMap(goodsOfEffect);
