import type { AttributeTest, Attributes, AttributeValue, Goods, ProductFacts } from './goods';

/** Whether goods contain a product. */
export type GoodsTest = (product: ProductFacts) => boolean;

/** Turns goods into a test. */
export function compileGoods(goods: Goods): GoodsTest {
  switch (goods.kind) {
    case 'EVERYTHING':
      return () => true;
    case 'SKU':
      return isIn(goods.in, ({ sku }) => sku);
    case 'BRAND':
      return isIn(goods.in, ({ brand }) => brand);
    case 'SET': {
      const ids = new Set(goods.in);
      return ({ sets }) => sets.some((id) => ids.has(id));
    }
    case 'CATEGORY':
      return isBelow(goods.in);
    case 'ATTRIBUTE': {
      const test = compileAttribute(goods);
      return ({ attributes }) => test(attributes);
    }
    case 'PRICE': {
      const { from, to } = goods;
      return ({ priceMinor }) => (from === null || priceMinor >= from) && (to === null || priceMinor <= to);
    }
    case 'ALL': {
      const tests = goods.of.map(compileGoods);
      return (product) => tests.every((test) => test(product));
    }
    case 'ANY': {
      const tests = goods.of.map(compileGoods);
      return (product) => tests.some((test) => test(product));
    }
    case 'NOT': {
      const test = compileGoods(goods.of);
      return (product) => !test(product);
    }
  }
}

/** Turns a test of an attribute into a test of attributes; what has no such attribute fails. */
export function compileAttribute({ key, op, values }: AttributeTest): (attributes: Attributes) => boolean {
  const test = compareTo(op, values);
  return (attributes) => {
    const value = attributes[key];
    if (value === undefined) return false;
    return typeof value === 'object' ? value.some(test) : test(value);
  };
}

const REMEMBERED_MAX = 10_000;
const remembered = new Map<string, readonly string[]>();

/** `A > B > C` gives `A`, `A > B`, `A > B > C`. A chain has few categories and many lines: answers are kept. */
export function categoryPaths(category: string): readonly string[] {
  const known = remembered.get(category);
  if (known !== undefined) return known;
  const paths: string[] = [];
  for (const part of category.split('>')) {
    const name = part.trim();
    if (name !== '') paths.push(paths.length === 0 ? name : `${paths[paths.length - 1]} > ${name}`);
  }
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(category, paths);
  return paths;
}

/** The path as the catalogue writes it; empty when nothing is named. */
export const categoryPath = (category: string): string => categoryPaths(category).at(-1) ?? '';

function isIn(list: readonly string[], read: (product: ProductFacts) => string | null): GoodsTest {
  const names = new Set<string | null>(list);
  return (product) => names.has(read(product));
}

function isBelow(categories: readonly string[]): GoodsTest {
  const paths = new Set(categories.map(categoryPath));
  return ({ category }) => category !== null && categoryPaths(category).some((path) => paths.has(path));
}

function compareTo(op: AttributeTest['op'], values: readonly AttributeValue[]): (value: AttributeValue) => boolean {
  const [first, second] = values;
  switch (op) {
    case 'EQ':
    case 'IN': {
      const wanted = new Set(values);
      return (value) => wanted.has(value);
    }
    case 'GTE':
      return (value) => isOrdered(first, value);
    case 'LTE':
      return (value) => isOrdered(value, first);
    case 'BETWEEN':
      return (value) => isOrdered(first, value) && isOrdered(value, second);
  }
}

/** Values of different types have no order. */
function isOrdered(low: AttributeValue | undefined, high: AttributeValue | undefined): boolean {
  return low !== undefined && high !== undefined && typeof low === typeof high && low <= high;
}
