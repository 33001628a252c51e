import type { Condition } from './condition';
import type { Goods } from './goods';
import { categoryPaths } from './match-goods';
import { reason, type Reason } from './reason';

/** Where in a basket a key is looked for. */
export type Facet =
  | 'sku'
  | 'set'
  | 'category'
  | 'brand'
  | 'attribute'
  | 'coupon'
  | 'list'
  | 'segment'
  | 'memberCity'
  | 'store'
  | 'storeCity';

/** An attribute's key is `key` and its value with the type, so that 38 and "38" stay apart. */
export interface Key {
  facet: Facet;
  value: string;
  attribute?: string;
}

/** A basket that has none of the keys cannot meet what the clause was made from. */
export interface Clause {
  keys: readonly Key[];
  /** About how many baskets in a thousand have one of them: a guess, good enough to choose the narrowest. */
  weight: number;
  /** What to say of a basket that has none. */
  because: Reason;
}

const NO_GOODS = reason('goods.none');

/** The narrowest clause that goods imply for at least one line; null when there is none. */
export function goodsClause(goods: Goods): Clause | null {
  switch (goods.kind) {
    case 'SKU':
      return clause('sku', goods.in, 5, NO_GOODS);
    case 'SET':
      return clause('set', goods.in, 60, NO_GOODS);
    case 'BRAND':
      return clause('brand', goods.in, 80, NO_GOODS);
    case 'CATEGORY':
      return categoryClause(goods.in);
    case 'ATTRIBUTE':
      return goods.op === 'EQ' || goods.op === 'IN' ? attributeClause(goods.key, goods.values.map(typedValue)) : null;
    case 'ALL':
      return narrowest(goods.of.map(goodsClause));
    case 'ANY':
      return union(goods.of.map(goodsClause));
    case 'EVERYTHING':
    case 'PRICE':
    case 'NOT':
      return null;
  }
}

/** The narrowest clause that a condition implies; null when there is none. */
export function conditionClause(condition: Condition): Clause | null {
  switch (condition.kind) {
    case 'ALL':
      return narrowest(condition.of.map(conditionClause));
    case 'ANY':
      return union(condition.of.map(conditionClause));
    case 'LINES':
      return condition.atLeast !== null && condition.atLeast > 0n ? goodsClause(condition.goods) : null;
    case 'COUPON':
      return clause('coupon', [condition.poolId], 10, reason('coupon.absent'));
    case 'MEMBER_LIST':
      return clause('list', condition.in, 20, reason('member.list'));
    case 'SEGMENT':
      return clause('segment', condition.in, 100, reason('member.segment'));
    case 'CITY':
      return clause('memberCity', condition.in.map(cityKey), 200, reason('member.city', listed(condition.in)));
    case 'STORE':
      return storeClause(condition.storeIds, condition.cities);
    default:
      return null;
  }
}

/** Of clauses that must all hold, the one that holds least often. */
export function narrowest(clauses: readonly (Clause | null)[]): Clause | null {
  let best: Clause | null = null;
  for (const one of clauses) if (one !== null && (best === null || one.weight < best.weight)) best = one;
  return best;
}

/** Of clauses of which one must hold: their keys together, and nothing when one of them is unknown. */
export function union(clauses: readonly (Clause | null)[]): Clause | null {
  const keys: Key[] = [];
  let weight = 0;
  for (const one of clauses) {
    if (one === null) return null;
    keys.push(...one.keys);
    weight += one.weight;
  }
  const [first] = clauses;
  return first ? { keys, weight, because: first.because } : null;
}

export const cityKey = (city: string): string => city.trim().toLowerCase();
export const typedValue = (value: string | number | boolean): string => `${typeof value}:${value}`;
const listed = (names: readonly string[]) => ({ names: names.join(', ') });

const clause = (facet: Facet, values: readonly string[], weight: number, because: Reason): Clause => ({
  keys: values.map((value) => ({ facet, value })),
  weight: weight * values.length,
  because,
});

const attributeClause = (attribute: string, values: readonly string[]): Clause => ({
  keys: values.map((value) => ({ facet: 'attribute', attribute, value })),
  weight: 150 * values.length,
  because: NO_GOODS,
});

/** The deeper a category, the fewer baskets have it. */
function categoryClause(categories: readonly string[]): Clause {
  const keys: Key[] = [];
  let weight = 0;
  for (const category of categories) {
    const paths = categoryPaths(category);
    keys.push({ facet: 'category', value: paths.at(-1) ?? '' });
    weight += 500 / 3 ** (paths.length - 1);
  }
  return { keys, weight, because: NO_GOODS };
}

function storeClause(storeIds: readonly string[], cities: readonly string[]): Clause | null {
  const elsewhere = reason('store.not_included');
  return narrowest([
    storeIds.length > 0 ? clause('store', storeIds, 50, elsewhere) : null,
    cities.length > 0 ? clause('storeCity', cities.map(cityKey), 200, elsewhere) : null,
  ]);
}
