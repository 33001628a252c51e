import { categoryPath, categoryPaths, parseGoods, printGoods, walkGoods, type Goods } from '@adal/engine';

export interface GoodsProblem {
  field: string;
  message: string;
}

/** Goods of a form, or what is wrong with them, with places below `field`. */
export function readGoods(
  json: unknown,
  field: string,
  isForbidden: Partial<Record<Goods['kind'], string>> = {},
): { goods: Goods; printed: unknown } | GoodsProblem[] {
  const parsed = parseGoods(json);
  if (parsed.__typename === 'GoodsInvalid') {
    return parsed.faults.map(({ path, message }) => ({
      field: [field, path.replace(/^goods\.?/, '')].filter(Boolean).join('.'),
      message,
    }));
  }
  const problems: GoodsProblem[] = [];
  walkGoods(parsed.goods, ({ kind }) => {
    const message = isForbidden[kind];
    if (message !== undefined) problems.push({ field, message });
  });
  return problems.length > 0 ? problems : { goods: parsed.goods, printed: printGoods(parsed.goods) };
}

/** Goods after a category moved, with all below it; null when they do not name it. */
export function moveCategoryIn(goods: Goods, from: string, to: string): Goods | null {
  let isNamed = false;
  const moved = (path: string): string => {
    const canonical = categoryPath(path);
    if (!categoryPaths(canonical).includes(from)) return path;
    isNamed = true;
    return to + canonical.slice(from.length);
  };
  const next = moveNames(goods, moved);
  return isNamed ? next : null;
}

function moveNames(goods: Goods, moved: (path: string) => string): Goods {
  switch (goods.kind) {
    case 'CATEGORY':
      return { ...goods, in: [...new Set(goods.in.map(moved))] };
    case 'ALL':
    case 'ANY':
      return { ...goods, of: goods.of.map((part) => moveNames(part, moved)) };
    case 'NOT':
      return { ...goods, of: moveNames(goods.of, moved) };
    default:
      return goods;
  }
}
