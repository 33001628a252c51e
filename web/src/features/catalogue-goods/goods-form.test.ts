import { fromGoods, toGoods } from './goods-form';

const typeOf = (key: string) => (key === 'size' ? 'NUMBER' : 'TEXT');

it.each([
  { kind: 'CATEGORY', in: ['Shoes'] },
  { kind: 'NOT', of: { kind: 'SKU', in: ['1', '2'] } },
  {
    kind: 'ANY',
    of: [
      { kind: 'ATTRIBUTE', key: 'size', op: 'BETWEEN', values: [38, 40] },
      { kind: 'NOT', of: { kind: 'ATTRIBUTE', key: 'colour', op: 'IN', values: ['red'] } },
    ],
  },
])('shows %j as a form and reads it back the same', (goods) => {
  const form = fromGoods(goods);
  expect(form && toGoods(form, typeOf)).toEqual(goods);
});

it.each([null, 'x', { kind: 'EVERYTHING' }, { kind: 'ALL', of: [{ kind: 'ANY', of: [] }] }])(
  'leaves %j to be edited as text',
  (goods) => expect(fromGoods(goods)).toBeUndefined(),
);
