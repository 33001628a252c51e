import type { ProductSnapshot } from '@adal/events';
import { startPromotions, type Promotions } from '../../../test/harness';
import { productsBackfill } from './backfill-products';
import { saveProducts, type ProductFacts } from './save-products';

let promotions: Promotions;
const facts = (sku: string, name: string, categoryPath: string, brand: string | null): ProductFacts => ({
  sku,
  name,
  categoryPath,
  brand,
  priceMinor: 100_00n,
  costMinor: 70_00n,
  vatBasisPoints: null,
  substitutesGroup: null,
  barcode: '4870001000015',
});

beforeAll(async () => {
  promotions = await startPromotions();
  const products = [
    facts('A-1', 'Молоко топлёное', 'Food > Dairy', 'Аққайнар'),
    facts('A-2', 'Сыр голландский', 'Food > Dairy > Cheese', 'Аққайнар'),
    facts('B-1', 'Winter boots', 'Shoes', 'Bata'),
    facts('B-2', 'Шнурки 100%_', '', null),
  ];
  await promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
});
afterAll(() => promotions.stop());

interface Page {
  products: {
    edges: { node: { sku: string } }[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const QUERY = `query ($search: String, $category: String, $brand: String, $first: Int, $after: String) {
  products(search: $search, category: $category, brand: $brand, first: $first, after: $after) {
    edges { node { sku } } totalCount pageInfo { hasNextPage endCursor } } }`;

const find = async (variables: object) => (await promotions.ask<Page>(QUERY, variables)).data.products;
const skus = ({ edges }: Page['products']) => edges.map(({ node }) => node.sku);

it.each([
  [{}, ['A-1', 'A-2', 'B-1', 'B-2']],
  [{ search: 'a-' }, ['A-1', 'A-2']],
  [{ search: 'МОЛ' }, ['A-1']],
  [{ search: 'голл сыр' }, ['A-2']],
  [{ search: "boots' | !x" }, []],
  [{ search: 'nothing' }, []],
  [{ search: 'малоко' }, ['A-1']],
  [{ search: 'галандский сыр' }, ['A-2']],
  [{ search: 'wintr bots' }, ['B-1']],
  [{ search: 'акқайнар' }, ['A-1', 'A-2']],
  [{ search: '4870001000' }, ['A-1', 'A-2', 'B-1', 'B-2']],
  [{ search: '48700' }, []],
  [{ search: 'x'.repeat(3_000) }, []],
  [{ category: 'Food>Dairy' }, ['A-1', 'A-2']],
  [{ category: 'Foo' }, []],
  [{ brand: 'Bata' }, ['B-1']],
  [{ brand: 'Аққайнар', category: 'Food > Dairy > Cheese' }, ['A-2']],
])('finds products by %p', async (filter, expected) => {
  const page = await find(filter);
  expect(skus(page)).toEqual(expected);
  expect(page.totalCount).toBe(expected.length);
});

it('pages by SKU', async () => {
  const first = await find({ first: 3 });
  expect(skus(first)).toEqual(['A-1', 'A-2', 'B-1']);
  const second = await find({ first: 3, after: first.pageInfo.endCursor });
  expect(skus(second)).toEqual(['B-2']);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

it('counts categories with what is below them, and brands', async () => {
  const { data } = await promotions.ask(`{ categories { path products } brands { name products } }`);
  expect(data).toEqual({
    categories: [
      { path: 'Food', products: 2 },
      { path: 'Food > Dairy', products: 2 },
      { path: 'Food > Dairy > Cheese', products: 1 },
      { path: 'Shoes', products: 1 },
    ],
    brands: [
      { name: 'Bata', products: 1 },
      { name: 'Аққайнар', products: 2 },
    ],
  });
});

it('shows costs only to those who may see them', async () => {
  const document = `{ product(sku: "A-1") { price cost } }`;
  expect((await promotions.ask(document)).data).toEqual({ product: { price: '100.00', cost: '70.00' } });
  const without = await promotions.ask(document, {}, { permissions: ['catalogue.read'] });
  expect(without.data).toEqual({ product: { price: '100.00', cost: null } });
});

it('resolves products that other subgraphs name', async () => {
  const { data } = await promotions.ask(
    `{ _entities(representations: [{ __typename: "Product", sku: "B-1" }, { __typename: "Product", sku: "gone" }]) { ... on Product { name } } }`,
  );
  expect(data).toEqual({ _entities: [{ name: 'Winter boots' }, null] });
});

it.each([
  '{ products { totalCount } }',
  '{ product(sku: "A-1") { name } }',
  '{ categories { path } }',
  '{ brands { name } }',
])('needs catalogue.read for %s', async (document) =>
  expect((await promotions.ask(document, {}, { permissions: [] })).errors).toEqual(['FORBIDDEN']),
);

it('tells products again as they were told, from wherever it is asked to go on', async () => {
  const rows: { envelope: string }[] = await promotions.db.query(
    "select envelope from outbox where subject = 'promotions.products.imported.v1' order by seq",
  );
  const told = rows.flatMap(
    ({ envelope }) => (JSON.parse(envelope) as { data: { products: ProductSnapshot[] } }).data.products,
  );
  const again = async (after: string | null) => {
    const page = await productsBackfill.page(promotions.db, after, { correlationId: 'test', now: new Date() });
    expect(page).toMatchObject({ next: null });
    return page.events.flatMap(({ data }) => (data as { products: ProductSnapshot[] }).products);
  };
  expect(await again(null)).toEqual(told);
  expect(await again('A-2')).toEqual(told.slice(2));
  expect(await again('B-2')).toEqual([]);
});
