import type { Faults } from './fault';
import type { AttributeTest, Goods } from './goods';
import { categoryPath } from './match-goods';

export const DEPTH_MAX = 10;

/** Adds what is wrong with goods. */
export function checkGoods(goods: Goods, path: string, faults: Faults, depth = 1): void {
  if (depth > DEPTH_MAX)
    return faults.add(path, 'TOO_DEEP', 'Goods are nested deeper than {max} levels.', { max: DEPTH_MAX });
  switch (goods.kind) {
    case 'EVERYTHING':
      return;
    case 'SKU':
      return faults.names(`${path}.in`, goods.in, 'SKU');
    case 'SET':
      return faults.names(`${path}.in`, goods.in, 'product set');
    case 'BRAND':
      return faults.names(`${path}.in`, goods.in, 'brand');
    case 'CATEGORY':
      // A blank category would silently mean nothing at all.
      return faults.names(`${path}.in`, goods.in.map(categoryPath), 'category');
    case 'ATTRIBUTE':
      return checkAttribute(goods, path, faults);
    case 'PRICE':
      return checkPrice(goods, path, faults);
    case 'ALL':
    case 'ANY':
      faults.check(goods.of.length > 0, `${path}.of`, 'EMPTY', 'A group of goods is empty.');
      goods.of.forEach((part, index) => checkGoods(part, `${path}.of.${index}`, faults, depth + 1));
      if (goods.kind === 'ALL') checkDisjoint(goods.of, path, faults);
      return;
    case 'NOT':
      faults.check(
        goods.of.kind !== 'EVERYTHING',
        path,
        'CONTRADICTION',
        'Nothing is left when all goods are excluded.',
      );
      return checkGoods(goods.of, `${path}.of`, faults, depth + 1);
  }
}

/** An attribute test of a product or a member. */
export function checkAttribute({ key, op, values }: AttributeTest, path: string, faults: Faults): void {
  faults.check(key.trim() !== '', `${path}.key`, 'BLANK', 'The attribute has no name.');
  const wanted = { EQ: 1, GTE: 1, LTE: 1, BETWEEN: 2, IN: null }[op];
  const isCounted = wanted === null ? values.length > 0 : values.length === wanted;
  faults.check(
    isCounted,
    `${path}.values`,
    'EMPTY',
    wanted === 2 ? 'Give the two ends of the range.' : 'Give a value to compare with.',
  );
  const [low, high] = values;
  if (op !== 'BETWEEN' || low === undefined || high === undefined) return;
  faults.check(
    typeof low === typeof high && low <= high,
    `${path}.values`,
    'REVERSED',
    'The range ends before it starts.',
  );
}

function checkPrice({ from, to }: Extract<Goods, { kind: 'PRICE' }>, path: string, faults: Faults): void {
  faults.check(from !== null || to !== null, path, 'EMPTY', 'Give the price from, to, or both.');
  faults.check((from ?? 0n) >= 0n && (to ?? 0n) >= 0n, path, 'OUT_OF_BOUNDS', 'A price must not be negative.');
  faults.check(from === null || to === null || from <= to, path, 'REVERSED', 'The price range ends before it starts.');
}

/** A product has one SKU and one brand. */
function checkDisjoint(parts: readonly Goods[], path: string, faults: Faults): void {
  for (const kind of ['SKU', 'BRAND'] as const) {
    const lists = parts.flatMap((part) => (part.kind === kind ? [new Set(part.in)] : []));
    const [first] = lists;
    if (first === undefined) continue;
    const hasCommon = [...first].some((name) => lists.every((list) => list.has(name)));
    const noun = kind === 'SKU' ? 'SKU' : 'brand';
    faults.check(hasCommon, path, 'CONTRADICTION', 'No product has two {noun}s at once: nothing meets every list.', {
      noun,
    });
  }
}
