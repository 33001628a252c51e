import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.clear());
afterAll(() => promotions.stop());

const COLUMNS = ['sku', 'name', 'category_path', 'brand', 'price', 'attr:colour'];

const MILK = ['milk', 'Сүт 2.5%', 'Food>Dairy', 'Аққайнар', '500.00', null];
const BOOTS = ['boots', 'Ботинки зимние', 'Shoes > Boots', 'Bata', '24990', 'black'];

interface Landed {
  importProducts: {
    __typename: string;
    landed: number;
    unchanged: number;
    rejected: { line: number; code: string }[];
    code: string;
  };
}

async function importRows(
  rows: (string | null)[][],
  options: object = {},
  columns = COLUMNS,
): Promise<Landed['importProducts']> {
  const input = {
    importId: 'file-1',
    columns,
    rows: rows.map((values, index) => ({ line: index + 2, values })),
    ...options,
  };
  const { data, errors } = await promotions.ask<Landed>(
    `mutation ($input: ImportInput!) { importProducts(input: $input) { __typename
       ... on ImportLanded { read landed unchanged rejected { line column code reason } amount quantity }
       ... on ImportInvalid { code message } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data.importProducts;
}

const product = async (sku: string) =>
  (
    await promotions.ask<{ product: unknown }>(
      `query ($sku: String!) { product(sku: $sku) { name categoryPath brand price } }`,
      { sku },
    )
  ).data.product;

it('lands products and tells the others once', async () => {
  expect(await importRows([MILK, BOOTS])).toEqual({
    __typename: 'ImportLanded',
    read: 2,
    landed: 2,
    unchanged: 0,
    rejected: [],
    amount: '0.00',
    quantity: '0',
  });
  expect(await product('milk')).toEqual({
    name: 'Сүт 2.5%',
    categoryPath: 'Food > Dairy',
    brand: 'Аққайнар',
    price: '500.00',
  });
  expect(await promotions.recorded()).toContain('promotions.products.imported.v1');
});

it('changes nothing when the same chunk comes again', async () => {
  await importRows([MILK, BOOTS]);
  const recorded = await promotions.recorded();
  expect(await importRows([MILK, BOOTS])).toMatchObject({ landed: 0, unchanged: 2 });
  expect(await promotions.recorded()).toEqual(recorded);
});

it('lands a change and counts revisions', async () => {
  await importRows([MILK, BOOTS]);
  expect(await importRows([['milk', 'Milk', 'Food', null, null, null], BOOTS])).toMatchObject({
    landed: 1,
    unchanged: 1,
  });
  expect(await product('milk')).toEqual({ name: 'Milk', categoryPath: 'Food', brand: null, price: null });
  expect(await promotions.db.query(`select revision, undeclared from product order by sku`)).toEqual([
    { revision: 1, undeclared: { colour: 'black' } },
    { revision: 2, undeclared: {} },
  ]);
});

it('checks everything and lands nothing on a dry run', async () => {
  expect(await importRows([MILK, ['', 'No SKU', '', null, null, null]], { dryRun: true })).toMatchObject({
    landed: 1,
    rejected: [{ line: 3 }],
  });
  expect(await product('milk')).toBeNull();
  expect(await promotions.recorded()).not.toContain('promotions.products.imported.v1');
});

it('settles a SKU that is there twice: the last row wins, a different one comes back', async () => {
  const other = ['milk', 'Milk', 'Food', null, null, null];
  const { landed, unchanged, rejected } = await importRows([MILK, other, other]);
  expect({ landed, unchanged, rejected }).toMatchObject({
    landed: 1,
    unchanged: 1,
    rejected: [{ line: 2, code: 'SKU_REPEATED' }],
  });
  expect(await product('milk')).toMatchObject({ name: 'Milk' });
});

it.each<[string, (string | null)[][], string[], object]>([
  ['COLUMN_MISSING', [['milk', 'Milk']], ['sku', 'name'], {}],
  ['COLUMN_UNKNOWN', [], [...COLUMNS, 'colour'], {}],
  ['COLUMN_REPEATED', [], [...COLUMNS, 'price'], {}],
  ['ROWS_RAGGED', [['milk', 'Milk']], COLUMNS, {}],
  ['TOO_MANY_ROWS', Array.from({ length: 1_001 }, () => MILK), COLUMNS, {}],
  ['IMPORT_ID_INVALID', [MILK], COLUMNS, { importId: '' }],
])('refuses a whole chunk: %s', async (code, rows, columns, options) => {
  expect(await importRows(rows, options, columns)).toMatchObject({ __typename: 'ImportInvalid', code });
});

it('lets two imports of the same goods run at once', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`sku-${index}`, `Name ${index}`, 'Food', null, '1', null]);
  const landed = await Promise.all([importRows(rows), importRows([...rows].reverse())]);
  expect(landed.map((result) => result.landed + result.unchanged)).toEqual([300, 300]);
  expect(landed[0].landed + landed[1].landed).toBe(300);
});

it('needs catalogue.import', async () => {
  const input = { importId: 'f', columns: COLUMNS, rows: [] };
  const asked = await promotions.ask(
    `mutation ($input: ImportInput!) { importProducts(input: $input) { __typename } }`,
    { input },
    { permissions: ['catalogue.read'] },
  );
  expect(asked.errors).toEqual(['FORBIDDEN']);
});
