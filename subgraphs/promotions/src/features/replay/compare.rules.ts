import { quote, type Basket, type PricedBasket } from '@adal/engine';
import { invariant } from '@adal/service';
import type { Comparison } from '../simulation-figures';
import type { World } from './world';

/** Prices a basket in both worlds. Where it touches nothing that differs between them, once. */
export function compareWorlds(without: World, draft: World, basket: Basket): Comparison {
  const before = price(without, basket);
  const differs = without.touchesChange(basket) || draft.touchesChange(basket);
  return { before, after: differs ? price(draft, basket) : before };
}

function price({ compiled, membersOnly }: World, basket: Basket): PricedBasket {
  const priced = quote(
    compiled,
    basket.member === null && membersOnly.size > 0 ? { ...basket, withheld: membersOnly } : basket,
  );
  invariant(priced.__typename === 'PricedBasket', 'A basket that spends no points is priced');
  return priced;
}
