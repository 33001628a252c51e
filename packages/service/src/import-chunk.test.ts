import { readImportChunk } from './import-chunk';

const chunk = {
  importId: 'run-1',
  columns: [' sku', 'name', 'attr:colour'],
  rows: [{ line: 2, values: ['A1 ', '', null] }],
};
const read = (more: Partial<typeof chunk> = {}) =>
  readImportChunk({ ...chunk, ...more }, ['sku'], (column) => ['sku', 'name', 'attr:colour'].includes(column));

it('reads fields by column, blanks as nothing', () => {
  const rows = read();
  if ('code' in rows) throw new Error(rows.message);
  expect(
    rows.map((row) => [row.line, row.field('sku'), row.field('name'), row.field('attr:colour'), row.field('no such')]),
  ).toEqual([[2, 'A1', null, null, null]]);
});

it.each([
  ['IMPORT_ID_INVALID', { importId: '' }],
  ['TOO_MANY_ROWS', { rows: Array.from({ length: 1_001 }, (_, line) => ({ line, values: ['a', 'b', 'c'] })) }],
  ['TOO_MANY_COLUMNS', { columns: Array.from({ length: 201 }, (_, index) => `attr:${index}`) }],
  ['COLUMN_MISSING', { columns: ['name'] }],
  ['COLUMN_UNKNOWN', { columns: ['sku', 'price'] }],
  ['COLUMN_REPEATED', { columns: ['sku', 'sku'] }],
  ['ROWS_RAGGED', { rows: [{ line: 7, values: ['A1'] }] }],
])('refuses a chunk as a whole: %s', (code, more) =>
  expect(read(more)).toMatchObject({ __typename: 'ImportInvalid', code }),
);
