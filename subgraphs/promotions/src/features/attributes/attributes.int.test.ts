import { startPromotions, type Promotions } from '../../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
beforeEach(() => promotions.clear());
afterAll(() => promotions.stop());

const SAVE = `mutation ($input: SaveProductAttributeInput!) { saved: saveProductAttribute(input: $input) { __typename
  ... on ProductAttributeSaved { attribute { version } products } ... on UserError { code }
  ... on ProductAttributeInvalid { problems { field } } } }`;
const size = { key: 'size', type: 'NUMBER', nameRu: 'Размер', nameKk: 'Өлшем', nameEn: 'Size', allowedValues: [] };
const declare = async (change: object = {}) =>
  (await promotions.ask<{ saved: object }>(SAVE, { input: { ...size, ...change } })).data.saved;

const IMPORT = `mutation ($input: ImportInput!) { result: importProducts(input: $input) {
  ... on ImportLanded { landed unchanged rejected { line column code reason } } } }`;
const importValues = async (...values: (string | null)[]) => {
  const rows = values.map((value, index) => ({ line: index + 2, values: [`P${index}`, 'Boots', 'Shoes', value] }));
  const input = { importId: 'f', columns: ['sku', 'name', 'category_path', 'attr:size'], rows };
  return (await promotions.ask<{ result: object }>(IMPORT, { input })).data.result;
};
const products = async () =>
  promotions.db.query<{ attributes: object; undeclared: object; revision: number }[]>(
    'select attributes, undeclared, revision from product order by sku',
  );

it('offers what nobody has declared, with samples and a type', async () => {
  await importValues('38', '38', '39.5', null);
  const query = '{ undeclaredAttributes { key isDeclared products samples suggestedType } productAttributes { key } }';
  expect((await promotions.ask(query)).data).toEqual({
    undeclaredAttributes: [
      { key: 'size', isDeclared: false, products: 3, samples: ['38', '39.5'], suggestedType: 'NUMBER' },
    ],
    productAttributes: [],
  });
});

it('reads what files said when the attribute is declared, and keeps what does not fit', async () => {
  await importValues('38', 'XL', null);
  expect(await declare()).toEqual({ __typename: 'ProductAttributeSaved', attribute: { version: 1 }, products: 1 });
  expect(await products()).toEqual([
    { attributes: { size: 38 }, undeclared: {}, revision: 2 },
    { attributes: {}, undeclared: { size: 'XL' }, revision: 1 },
    { attributes: {}, undeclared: {}, revision: 1 },
  ]);
  expect(await declare({ type: 'TEXT', version: 1 })).toMatchObject({ attribute: { version: 2 }, products: 2 });
  expect((await products()).map(({ attributes }) => attributes)).toEqual([{ size: '38' }, { size: 'XL' }, {}]);
});

it('reads values by their declaration, and gives back rows that do not fit', async () => {
  await declare();
  expect(await importValues('38', 'XL')).toMatchObject({
    landed: 1,
    rejected: [{ line: 3, column: 'attr:size', code: 'ATTRIBUTE_INVALID', reason: 'A number such as 38 or 38.5.' }],
  });
  expect(await importValues('38')).toMatchObject({ landed: 0, unchanged: 1 });
  expect(await importValues(null)).toMatchObject({ landed: 1 });
  expect(await products()).toEqual([{ attributes: {}, undeclared: {}, revision: 2 }]);
});

it('keeps the value of the day', async () => {
  await declare({ type: 'LIST', allowedValues: ['red', 'black'] });
  await importValues('red; black; red');
  await promotions.ask(
    IMPORT,
    {
      input: {
        importId: 'g',
        columns: ['sku', 'name', 'category_path', 'attr:size'],
        rows: [{ line: 2, values: ['P0', 'Boots', 'Shoes', 'black'] }],
      },
    },
    { now: new Date('2026-12-01T00:00:00Z') },
  );
  const query = `query ($at: DateTime) { product(sku: "P0", at: $at) { attributes { attribute { name(language: "kk") } value text } } }`;
  const attribute = { name: 'Өлшем' };
  expect((await promotions.ask(query, { at: '2026-11-23T00:00:00Z' })).data).toEqual({
    product: { attributes: [{ attribute, value: ['red', 'black'], text: 'red; black' }] },
  });
  expect((await promotions.ask(query)).data).toEqual({
    product: { attributes: [{ attribute, value: ['black'], text: 'black' }] },
  });
});

it('counts the values of an attribute and finds products by them', async () => {
  await declare();
  await importValues('38', '39', '38');
  const query = `query ($values: [JSON!]!) { productAttributes { values { value products } }
    products(attributes: [{ key: "size", values: $values }]) { totalCount } }`;
  expect((await promotions.ask(query, { values: [38] })).data).toEqual({
    productAttributes: [
      {
        values: [
          { value: 38, products: 2 },
          { value: 39, products: 1 },
        ],
      },
    ],
    products: { totalCount: 2 },
  });
  expect((await promotions.ask(query, { values: [38, 39] })).data).toMatchObject({ products: { totalCount: 3 } });
});

it('changes nothing when the same comes again, and refuses what a colleague has changed', async () => {
  await declare();
  expect(await declare()).toMatchObject({ attribute: { version: 1 } });
  expect(await declare({ unit: 'EU' })).toMatchObject({ code: 'PRODUCT_ATTRIBUTE_CHANGED' });
});

it.each([
  [{ key: 'the size' }, 'key'],
  [{ nameKk: ' ' }, 'nameKk'],
  [{ allowedValues: ['1'] }, 'allowedValues'],
  [{ type: 'TEXT', allowedValues: ['a', 'a'] }, 'allowedValues'],
])('refuses %j and names the field', async (change, field) =>
  expect(await declare(change)).toMatchObject({ code: 'PRODUCT_ATTRIBUTE_INVALID', problems: [{ field }] }),
);
