import type { Effect } from './effect';
import type { Goods } from './goods';

/** The goods an effect names; of a bundle, each part's. */
export function goodsOfEffect(effect: Effect): readonly Goods[] {
  if ('parts' in effect) return effect.parts.map(({ goods }) => goods);
  return 'goods' in effect ? [effect.goods] : [];
}
