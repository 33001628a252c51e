import { percentOff } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { saveProducts, type ProductFacts } from '../catalogue';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
beforeEach(async () => {
  await promotions.clear();
  await have(['A', 'B', 'C'].map((sku) => ({ sku, name: sku, categoryPath: 'Shoes', attributes: { colour: 'red' } })));
});
afterAll(() => promotions.stop());

const have = (products: ProductFacts[]) =>
  promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
const SAVE = `mutation ($input: SaveProductSetInput!) { saved: saveProductSet(input: $input) { __typename
  ... on ProductSetSaved { productSet { version size } } ... on UserError { code }
  ... on ProductSetInvalid { problems { field message } } ... on ProductSetChanged { productSet { version } } } }`;
const save = async (input: object) =>
  (await promotions.ask<{ saved: object }>(SAVE, { input: { id: 's', name: 'Set', ...input } })).data.saved;
const members = async (id = 's') => {
  const query = 'query ($id: ID!) { productSet(id: $id) { sample { sku } } }';
  const { data } = await promotions.ask<{ productSet: { sample: { sku: string }[] } }>(query, { id });
  return data.productSet.sample.map(({ sku }) => sku);
};
const red = { kind: 'ATTRIBUTE', key: 'colour', op: 'EQ', values: ['red'] };
const shoes = { kind: 'CATEGORY', in: ['Shoes'] };

it('finds what a rule contains and keeps up with the products', async () => {
  expect(await save({ kind: 'RULE', goods: { kind: 'ALL', of: [shoes, red] } })).toMatchObject({
    productSet: { version: 1, size: 3 },
  });
  await have([
    { sku: 'A', name: 'A', categoryPath: 'Shoes', attributes: { colour: 'black' } },
    { sku: 'D', name: 'D', categoryPath: 'Shoes > Boots', attributes: { colour: 'red' } },
    { sku: 'E', name: 'E', categoryPath: 'Shoes for dogs', attributes: { colour: 'red' } },
  ]);
  expect(await members()).toEqual(['B', 'C', 'D']);
});

it('keeps a list as it is, and says which SKUs nobody knows', async () => {
  expect(await save({ kind: 'LIST', skus: ['A', 'X', 'C'] })).toEqual({
    __typename: 'ProductSetInvalid',
    code: 'PRODUCT_SET_INVALID',
    problems: [{ field: 'skus.1', message: 'No product has the SKU X.' }],
  });
  await save({ kind: 'LIST', skus: ['A', 'C'] });
  await have([{ sku: 'A', name: 'A', categoryPath: 'Hats' }]);
  expect(await members()).toEqual(['A', 'C']);
});

it('changes nothing when the same comes again, and refuses what a colleague has changed', async () => {
  const input = { kind: 'RULE', goods: shoes };
  await save(input);
  expect(await save(input)).toMatchObject({ productSet: { version: 1 } });
  expect(await save({ kind: 'LIST', skus: [] })).toMatchObject({
    code: 'PRODUCT_SET_CHANGED',
    productSet: { version: 1 },
  });
  expect(await save({ kind: 'LIST', skus: [], version: 1 })).toMatchObject({ productSet: { version: 2, size: 0 } });
});

it.each([
  [{ kind: 'RULE', goods: { kind: 'SKU', in: [] } }, 'goods.in'],
  [{ kind: 'RULE' }, 'goods'],
  [{ kind: 'RULE', goods: { kind: 'NOT', of: { kind: 'SET', in: ['other'] } } }, 'goods'],
  [{ kind: 'RULE', goods: { kind: 'PRICE', from: '1.00' } }, 'goods'],
  [{ kind: 'LIST', name: ' ' }, 'name'],
  [{ kind: 'LIST', id: 'a b' }, 'id'],
])('refuses %j and names the field', async (input, field) =>
  expect(await save(input)).toMatchObject({ __typename: 'ProductSetInvalid', problems: [{ field }] }),
);

const ADD = `mutation ($input: AddToProductSetInput!) { added: addToProductSet(input: $input) { __typename
  ... on ImportLanded { read landed unchanged rejected { line column code } } ... on UserError { code } } }`;
const add = async (setId: string, skus: (string | null)[], columns = ['sku']) => {
  const rows = skus.map((sku, index) => ({ line: index + 2, values: [sku] }));
  const input = { setId, importId: 'f', columns, rows };
  return (await promotions.ask<{ added: object }>(ADD, { input })).data.added;
};

it('takes the good SKUs of a file and gives back the bad ones', async () => {
  await save({ kind: 'LIST', skus: [] });
  const answer = { __typename: 'ImportLanded', read: 4 };
  const rejected = [
    { line: 3, column: 'sku', code: 'SKU_UNKNOWN' },
    { line: 4, column: 'sku', code: 'SKU_MISSING' },
  ];
  expect(await add('s', ['A', 'X', null, 'B'])).toEqual({ ...answer, landed: 2, unchanged: 0, rejected });
  expect(await add('s', ['A', 'X', null, 'B'])).toEqual({ ...answer, landed: 0, unchanged: 2, rejected });
  expect(await members()).toEqual(['A', 'B']);
  expect(await add('nothing', ['A'])).toMatchObject({ code: 'PRODUCT_SET_UNKNOWN' });
  expect(await add('s', ['A'], ['name'])).toMatchObject({ code: 'COLUMN_MISSING' });
});

it('deletes a set once', async () => {
  await save({ kind: 'RULE', goods: shoes });
  const remove = `mutation { deleteProductSet(id: "s") { ... on ProductSetDeleted { id replayed } } }`;
  expect((await promotions.ask(remove)).data).toEqual({ deleteProductSet: { id: 's', replayed: false } });
  expect((await promotions.ask(remove)).data).toEqual({ deleteProductSet: { id: 's', replayed: true } });
});

it('refuses to delete a set that a running promotion names', async () => {
  await save({ kind: 'RULE', goods: shoes });
  await promotions.haveRunning({ name: 'Shoe week' }, { effects: [percentOff('10', { kind: 'SET', in: ['s'] })] });
  const remove = `mutation { deleteProductSet(id: "s") { ... on ProductSetInUse { message promotions { name } } } }`;
  const message = 'The set is named by “Shoe week”: end them or choose other goods there first.';
  expect((await promotions.ask(remove)).data).toEqual({
    deleteProductSet: { message, promotions: [{ name: 'Shoe week' }] },
  });
  expect((await promotions.ask('{ product(sku: "A") { promotions { name } } }')).data).toEqual({
    product: { promotions: [{ name: 'Shoe week' }] },
  });
});

it('previews goods with a count, a sample and a sentence', async () => {
  const query = `query ($goods: JSON!) { previewGoods(goods: $goods, first: 2, language: "ru") { __typename
    ... on GoodsPreview { count sample { sku } sentence } ... on GoodsInvalid { problems { field } } } }`;
  expect((await promotions.ask(query, { goods: { kind: 'ANY', of: [red, { kind: 'SKU', in: ['A'] }] } })).data).toEqual(
    {
      previewGoods: {
        __typename: 'GoodsPreview',
        count: 3,
        sample: [{ sku: 'A' }, { sku: 'B' }],
        sentence: 'colour = red или артикул A',
      },
    },
  );
  expect((await promotions.ask(query, { goods: { kind: 'ANY', of: [{ kind: 'SKU', in: [] }] } })).data).toEqual({
    previewGoods: { __typename: 'GoodsInvalid', problems: [{ field: 'of.0.in' }] },
  });
});

it('pages sets by name and finds them by a part of it', async () => {
  for (const name of ['Summer', 'Winter', 'Autumn']) await save({ id: name, name, kind: 'LIST' });
  const query = `query ($search: String, $after: String) { productSets(search: $search, first: 2, after: $after) {
    edges { node { name } } totalCount pageInfo { endCursor } } }`;
  const page = async (variables: object) => {
    type Page = {
      productSets: { edges: { node: { name: string } }[]; totalCount: number; pageInfo: { endCursor: string } };
    };
    return (await promotions.ask<Page>(query, variables)).data.productSets;
  };
  const first = await page({});
  const second = await page({ after: first.pageInfo.endCursor });
  expect([...first.edges, ...second.edges].map(({ node }) => node.name)).toEqual(['Autumn', 'Summer', 'Winter']);
  expect(await page({ search: 'inter' })).toMatchObject({ totalCount: 1, edges: [{ node: { name: 'Winter' } }] });
});

it('tells the sets of a product', async () => {
  await save({ id: 'red', name: 'Red', kind: 'RULE', goods: red });
  await save({ id: 'a', name: 'A alone', kind: 'LIST', skus: ['A'] });
  expect((await promotions.ask(`{ product(sku: "A") { sets { id } } }`)).data).toEqual({
    product: { sets: [{ id: 'a' }, { id: 'red' }] },
  });
});
