import { readProductRow } from './product-row.rules';

const read = (fields: Record<string, string | null>) =>
  readProductRow({
    line: 7,
    fields: new Map(Object.entries({ sku: 'milk', name: 'Milk', category_path: 'Food', ...fields })),
  });

it('reads all columns of the format', () => {
  expect(
    read({
      brand: 'X',
      cost: '310.5',
      price: '500',
      vat_rate: '12%',
      substitutes_group: 'dairy',
      'attr:size': '1 l',
      'attr:blank': null,
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
    attributes: { size: '1 l' },
  });
});

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
  ['VALUE_TOO_LONG', { 'attr:story': 'x'.repeat(501) }],
  ['VALUE_UNREADABLE', { name: 'a\0b' }],
  ['VALUE_UNREADABLE', { brand: 'a\ud83c' }],
])('rejects a row: %s', (code, fields) => expect(read(fields)).toMatchObject({ line: 7, code }));
