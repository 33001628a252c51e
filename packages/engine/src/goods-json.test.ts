import { goodsNamedBy, parseGoods, printGoods } from './goods-json';
import { parseDefinition } from './definition';

const shoes = { kind: 'CATEGORY', in: ['Shoes'] };

it('reads goods alone and prints them the same', () => {
  const json = { kind: 'ALL', of: [shoes, { kind: 'NOT', of: { kind: 'PRICE', from: '100.00', to: null } }] };
  const read = parseGoods(json);
  expect(read.__typename === 'Goods' && printGoods(read.goods)).toEqual(json);
});

it.each([
  [{ kind: 'SHELF' }, 'SHAPE'],
  [{ kind: 'SKU', in: [] }, 'EMPTY'],
  ['shoes', 'SHAPE'],
])('says what is wrong with %j', (json, code) =>
  expect(parseGoods(json)).toMatchObject({ __typename: 'GoodsInvalid', faults: [{ code }] }),
);

it('finds goods in conditions, effects and variants', () => {
  const percent = (goods: object) => ({ kind: 'PERCENT', goods, percent: '10' });
  const read = parseDefinition({
    condition: { kind: 'BOUGHT_WITHOUT', goods: shoes, accessory: { kind: 'SET', in: ['care'] }, withinDays: 7 },
    effects: [percent({ kind: 'NOT', of: { kind: 'BRAND', in: ['Bata'] } })],
    variants: [{ key: 'a', share: '50', effects: [percent({ kind: 'SKU', in: ['1'] })] }],
  });
  const kinds = read.__typename === 'Definition' ? goodsNamedBy(read.definition).map(({ kind }) => kind) : [];
  expect(kinds).toEqual(['CATEGORY', 'SET', 'NOT', 'BRAND', 'SKU']);
});
