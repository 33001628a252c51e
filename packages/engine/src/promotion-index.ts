import type { Basket, BasketLine } from './basket';
import { cityKey, typedValue, type Clause, type Facet, type Key } from './clause';
import { categoryPaths } from './match-goods';

/** Finds the promotions a basket can touch without looking at the others. */
export interface PromotionIndex {
  /** Ranks, each once, in no order. */
  touchedBy(basket: Basket): number[];
}

/** Files each promotion under the keys of its clause; those without one are always found. */
export function indexPromotions(clauses: readonly (Clause | null)[]): PromotionIndex {
  const files = new Files();
  const always: number[] = [];
  clauses.forEach((clause, rank) => {
    if (clause === null) always.push(rank);
    else for (const key of clause.keys) files.add(key, rank);
  });
  return {
    touchedBy(basket) {
      const found = new Found(clauses.length, always);
      files.lookUp(basket, found);
      return found.ranks;
    },
  };
}

/** Ranks without repetition. */
class Found {
  readonly ranks: number[];
  private readonly isSeen: Uint8Array;

  constructor(size: number, always: readonly number[]) {
    this.isSeen = new Uint8Array(size);
    this.ranks = [...always];
  }

  add(ranks: readonly number[] | undefined): void {
    if (ranks === undefined) return;
    for (const rank of ranks) {
      if (this.isSeen[rank] === 1) continue;
      this.isSeen[rank] = 1;
      this.ranks.push(rank);
    }
  }
}

type File = Map<string, number[]>;

class Files {
  private readonly byFacet: Record<Exclude<Facet, 'attribute'>, File> = {
    sku: new Map(),
    set: new Map(),
    category: new Map(),
    brand: new Map(),
    coupon: new Map(),
    list: new Map(),
    segment: new Map(),
    memberCity: new Map(),
    store: new Map(),
    storeCity: new Map(),
  };
  private readonly byAttribute = new Map<string, File>();

  add({ facet, value, attribute = '' }: Key, rank: number): void {
    const file = facet === 'attribute' ? this.attributeFile(attribute) : this.byFacet[facet];
    const ranks = file.get(value);
    if (ranks === undefined) file.set(value, [rank]);
    else ranks.push(rank);
  }

  lookUp(basket: Basket, found: Found): void {
    const { store, storeCity, coupon, list, segment, memberCity } = this.byFacet;
    found.add(store.get(basket.storeId));
    if (basket.store.city !== null) found.add(storeCity.get(cityKey(basket.store.city)));
    for (const { poolId } of basket.coupons) found.add(coupon.get(poolId));
    const { member } = basket;
    if (member !== null) {
      for (const id of member.lists) found.add(list.get(id));
      for (const id of member.segments) found.add(segment.get(id));
      if (member.city !== null) found.add(memberCity.get(cityKey(member.city)));
    }
    for (const line of basket.lines) this.lookUpLine(line, found);
  }

  private lookUpLine(line: BasketLine, found: Found): void {
    const { sku, set, brand, category } = this.byFacet;
    found.add(sku.get(line.sku));
    for (const id of line.sets) found.add(set.get(id));
    if (line.brand !== null) found.add(brand.get(line.brand));
    if (line.category !== null) for (const path of categoryPaths(line.category)) found.add(category.get(path));
    for (const [key, file] of this.byAttribute) {
      const value = line.attributes[key];
      if (value === undefined) continue;
      for (const one of typeof value === 'object' ? value : [value]) found.add(file.get(typedValue(one)));
    }
  }

  private attributeFile(attribute: string): File {
    let file = this.byAttribute.get(attribute);
    if (file === undefined) {
      file = new Map();
      this.byAttribute.set(attribute, file);
    }
    return file;
  }
}
