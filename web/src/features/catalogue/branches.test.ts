import { branchesOf } from './branches';

it('makes a tree of paths', () => {
  const paths = ['Care', 'Shoes', 'Shoes > Women', 'Shoes > Women > Boots', 'Shoes > Men'];
  const tree = branchesOf(paths.map((path) => ({ path, products: 1 })));
  expect(tree.map(({ name }) => name)).toEqual(['Care', 'Shoes']);
  expect(tree[1]?.below.map(({ name }) => name)).toEqual(['Women', 'Men']);
  expect(tree[1]?.below[0]?.below).toEqual([{ path: 'Shoes > Women > Boots', name: 'Boots', products: 1, below: [] }]);
});
