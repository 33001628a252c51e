import { ROLES, type RoleName } from '@adal/service';
import { startPromotions, type Promotions } from '../../../test/harness';
import { saveProducts } from './save-products';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
beforeEach(async () => {
  await promotions.clear();
  const product = { sku: 'A', name: 'Boots', categoryPath: 'Shoes', costMinor: 70_00n };
  await promotions.db.transaction((tx) => saveProducts(tx, [product], promotions.context()));
});
afterAll(() => promotions.stop());

const SAVE = `mutation ($input: SaveProductInput!) { saved: saveProduct(input: $input) { __typename
  ... on ProductSaved { product { revision minPrice notDiscountable season status } } ... on UserError { code }
  ... on ProductInvalid { field } ... on ProductChanged { product { revision } } } }`;
const content = {
  sku: 'A',
  revision: 1,
  minPrice: '50.00',
  notDiscountable: true,
  season: ' winter ',
  status: 'DISCONTINUED',
};
const save = async (change: object = {}) =>
  (await promotions.ask<{ saved: object }>(SAVE, { input: { ...content, ...change } })).data.saved;

it('keeps what the chain says of a product, once', async () => {
  const product = { revision: 2, minPrice: '50.00', notDiscountable: true, season: 'winter', status: 'DISCONTINUED' };
  expect(await save()).toEqual({ __typename: 'ProductSaved', product });
  expect(await save()).toEqual({ __typename: 'ProductSaved', product });
});

it('refuses a change to what was changed meanwhile', async () => {
  await save();
  expect(await save({ season: null })).toMatchObject({ code: 'PRODUCT_CHANGED', product: { revision: 2 } });
});

it.each([
  [{ sku: 'X' }, { code: 'PRODUCT_UNKNOWN' }],
  [{ minPrice: '-1.00' }, { code: 'PRODUCT_INVALID', field: 'minPrice' }],
  [{ attributes: [{ key: 'size', value: '1' }] }, { code: 'PRODUCT_INVALID', field: 'attributes.size' }],
])('refuses %j', async (change, refusal) => expect(await save(change)).toMatchObject(refusal));

it('leaves what an import does not state', async () => {
  await save();
  const product = { sku: 'A', name: 'Winter boots', categoryPath: 'Shoes' };
  await promotions.db.transaction((tx) => saveProducts(tx, [product], promotions.context()));
  expect(
    (await promotions.ask(`{ product(sku: "A") { name minPrice season former { name revision } } }`)).data,
  ).toEqual({
    product: {
      name: 'Winter boots',
      minPrice: '50.00',
      season: 'winter',
      former: [
        { name: 'Boots', revision: 2 },
        { name: 'Boots', revision: 1 },
      ],
    },
  });
});

it.each<[RoleName, { write: boolean; cost: boolean }]>([
  ['ADMINISTRATOR', { write: true, cost: true }],
  ['MARKETER', { write: true, cost: true }],
  ['ANALYST', { write: false, cost: true }],
  ['OPERATOR', { write: false, cost: false }],
  ['STORE_MANAGER', { write: false, cost: false }],
])('lets the role %s do %j', async (role, { write, cost }) => {
  const asking = { permissions: ROLES[role] };
  const written = await promotions.ask(SAVE, { input: content }, asking);
  expect(written.errors).toEqual(write ? [] : ['FORBIDDEN']);
  const read = await promotions.ask('{ product(sku: "A") { name cost } }', {}, asking);
  expect(read.data).toEqual({ product: { name: 'Boots', cost: cost ? '70.00' : null } });
});
