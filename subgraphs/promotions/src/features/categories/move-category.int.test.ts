import { percentOff } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { saveProducts } from '../catalogue';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
beforeEach(async () => {
  await promotions.clear();
  const facts = (sku: string, categoryPath: string) => ({ sku, name: `Name of ${sku}`, categoryPath });
  const products = [facts('A', 'Shoes > Women'), facts('B', 'Shoes > Women > Boots'), facts('C', 'Shoes > Womenswear')];
  await promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
});
afterAll(() => promotions.stop());

const MOVE = `mutation ($input: MoveCategoryInput!) { moved: moveCategory(input: $input) {
  __typename ... on CategoryMoved { path products } ... on UserError { code message } } }`;
const move = async (path: string, newPath: string) =>
  (await promotions.ask<{ moved: object }>(MOVE, { input: { path, newPath } })).data.moved;
const categories = async () =>
  (await promotions.ask<{ categories: { path: string }[] }>('{ categories { path } }')).data.categories.map(
    ({ path }) => path,
  );

it('takes products and what is below along, and once only', async () => {
  expect(await move('Shoes>Women', 'Footwear > Ladies')).toEqual({
    __typename: 'CategoryMoved',
    path: 'Footwear > Ladies',
    products: 2,
  });
  expect(await categories()).toEqual([
    'Footwear',
    'Footwear > Ladies',
    'Footwear > Ladies > Boots',
    'Shoes',
    'Shoes > Womenswear',
  ]);
  expect(await move('Shoes > Women', 'Footwear > Ladies')).toMatchObject({ products: 0 });
});

it('keeps what products were', async () => {
  const query = `query ($at: DateTime!) { product(sku: "B", at: $at) { categoryPath revision validUntil } }`;
  const before = '2026-11-22T10:00:00Z';
  await promotions.ask(
    MOVE,
    { input: { path: 'Shoes > Women', newPath: 'Ladies' } },
    { now: new Date('2026-12-01T00:00:00Z') },
  );
  expect((await promotions.ask(query, { at: before })).data).toEqual({
    product: { categoryPath: 'Shoes > Women > Boots', revision: 1, validUntil: '2026-12-01T00:00:00.000Z' },
  });
  expect((await promotions.ask(query, { at: '2026-12-01T00:00:00Z' })).data).toEqual({
    product: { categoryPath: 'Ladies > Boots', revision: 2, validUntil: null },
  });
});

it('writes the new path into rules of sets and complements', async () => {
  const goods = { kind: 'CATEGORY', in: ['Shoes > Women > Boots'] };
  await promotions.ask(
    `mutation ($set: SaveProductSetInput!, $complement: SaveComplementInput!) {
      saveProductSet(input: $set) { __typename } saveComplement(input: $complement) { __typename } }`,
    {
      set: { id: 'boots', name: 'Boots', kind: 'RULE', goods },
      complement: { id: 'care', name: 'Care', goods, accessory: { kind: 'SKU', in: ['C'] } },
    },
  );
  await move('Shoes > Women', 'Ladies');
  const { data } = await promotions.ask(`{ productSet(id: "boots") { goods size } complement(id: "care") { goods } }`);
  const moved = { kind: 'CATEGORY', in: ['Ladies > Boots'] };
  expect(data).toEqual({ productSet: { goods: moved, size: 1 }, complement: { goods: moved } });
});

it.each([
  ['Shoes', ' > '],
  ['', 'Shoes'],
  ['Shoes', 'Shoes > Old'],
])('refuses to move “%s” to “%s”', async (path, newPath) =>
  expect(await move(path, newPath)).toMatchObject({ __typename: 'CategoryPathInvalid', code: 'CATEGORY_PATH_INVALID' }),
);

it('refuses when a running promotion names the category', async () => {
  const goods = { kind: 'CATEGORY', in: ['Shoes > Women > Boots'] };
  await promotions.haveRunning({ name: 'Boots week' }, { effects: [percentOff('10', goods)] });
  expect(await move('Shoes', 'Footwear')).toMatchObject({
    __typename: 'CategoryInUse',
    message: 'The category is named by “Boots week”: end them or choose other goods there first.',
  });
});
