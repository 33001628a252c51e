import { readProductRow } from './product-row.rules';

const declared = new Map(
  [
    { key: 'size', type: 'NUMBER' as const, allowedValues: [] },
    { key: 'colour', type: 'TEXT' as const, allowedValues: ['red', 'black'] },
  ].map((declaration) => [declaration.key, declaration]),
);

function read(fields: Record<string, string | null>) {
  const all: Record<string, string | null> = { sku: 'milk', name: 'Milk', category_path: 'Food', ...fields };
  return readProductRow({ line: 7, field: (column) => all[column] ?? null }, { names: Object.keys(all), declared });
}

it('reads all columns of the format', () => {
  expect(
    read({
      brand: 'X',
      cost: '310.5',
      price: '500',
      vat_rate: '12%',
      substitutes_group: 'dairy',
      barcode: '4870001000015',
      min_price: '350',
      not_discountable: 'yes',
      season: 'winter',
      status: 'discontinued',
      'attr:size': '38.5',
      'attr:colour': null,
      'attr:volume': '1 l',
    }),
  ).toEqual({
    sku: 'milk',
    name: 'Milk',
    categoryPath: 'Food',
    brand: 'X',
    costMinor: 310_50n,
    priceMinor: 500_00n,
    vatBasisPoints: 1_200,
    substitutesGroup: 'dairy',
    barcode: '4870001000015',
    minPriceMinor: 350_00n,
    notDiscountable: true,
    season: 'winter',
    status: 'DISCONTINUED',
    attributes: { size: 38.5, colour: null },
    undeclared: { size: null, colour: null, volume: '1 l' },
  });
});

it('states nothing of columns that the file lacks', () =>
  expect(read({})).toEqual({ sku: 'milk', name: 'Milk', categoryPath: 'Food', attributes: {}, undeclared: {} }));

it('keeps a product without a category', () =>
  expect(read({ category_path: null })).toMatchObject({ categoryPath: '' }));

it.each<[string, Record<string, string | null>]>([
  ['SKU_MISSING', { sku: null }],
  ['SKU_TOO_LONG', { sku: 'x'.repeat(65) }],
  ['NAME_MISSING', { name: null }],
  ['PRICE_INVALID', { price: '-1' }],
  ['PRICE_INVALID', { price: '1,50' }],
  ['COST_INVALID', { cost: '1.005' }],
  ['COST_INVALID', { cost: '9'.repeat(18) }],
  ['VAT_INVALID', { vat_rate: '120' }],
  ['MIN_PRICE_INVALID', { min_price: '-5' }],
  ['NOT_DISCOUNTABLE_INVALID', { not_discountable: 'maybe' }],
  ['STATUS_INVALID', { status: 'gone' }],
  ['ATTRIBUTE_INVALID', { 'attr:size': 'L' }],
  ['ATTRIBUTE_NOT_ALLOWED', { 'attr:colour': 'pink' }],
  ['VALUE_TOO_LONG', { 'attr:story': 'x'.repeat(501) }],
  ['VALUE_UNREADABLE', { name: 'a\0b' }],
  ['VALUE_UNREADABLE', { brand: 'a\ud83c' }],
])('rejects a row: %s', (code, fields) => expect(read(fields)).toMatchObject({ line: 7, code }));
