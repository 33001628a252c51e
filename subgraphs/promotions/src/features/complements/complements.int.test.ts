import { startPromotions, type Promotions } from '../../../test/harness';
import { saveProducts } from '../catalogue';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  const facts = (sku: string, categoryPath: string) => ({ sku, name: sku, categoryPath, substitutesGroup: 'g' });
  const products = [facts('boots', 'Shoes'), facts('cream', 'Care'), facts('spray', 'Care')];
  await promotions.db.transaction((tx) => saveProducts(tx, products, promotions.context()));
});
afterAll(() => promotions.stop());

const care = {
  id: 'care',
  name: 'Care for shoes',
  goods: { kind: 'CATEGORY', in: ['Shoes'] },
  accessory: { kind: 'CATEGORY', in: ['Care'] },
};
const SAVE = `mutation ($input: SaveComplementInput!) { saved: saveComplement(input: $input) { __typename
  ... on ComplementSaved { complement { version } } ... on UserError { code } ... on ComplementInvalid { problems { field } } } }`;
const save = async (change: object = {}) =>
  (await promotions.ask<{ saved: object }>(SAVE, { input: { ...care, ...change } })).data.saved;

it('keeps what belongs to what, and says it in words', async () => {
  expect(await save()).toEqual({ __typename: 'ComplementSaved', complement: { version: 1 } });
  expect(await save()).toMatchObject({ complement: { version: 1 } });
  expect(await save({ name: 'Care' })).toMatchObject({ code: 'COMPLEMENT_CHANGED' });
  const query = `{ complements { name goodsSentence accessorySentence(language: "kk") }
    product(sku: "boots") { complements { id } } other: product(sku: "cream") { complements { id } } }`;
  expect((await promotions.ask(query)).data).toEqual({
    complements: [{ name: 'Care for shoes', goodsSentence: 'category Shoes', accessorySentence: 'Care санаты' }],
    product: { complements: [{ id: 'care' }] },
    other: { complements: [] },
  });
});

it.each([
  [{ goods: { kind: 'CATEGORY', in: [' '] } }, 'goods.in'],
  [{ accessory: { kind: 'SKU', in: [] } }, 'accessory.in'],
  [{ name: '' }, 'name'],
])('refuses %j and names the field', async (change, field) =>
  expect(await save(change)).toMatchObject({ code: 'COMPLEMENT_INVALID', problems: [{ field }] }),
);

it('names what stands in for a product', async () => {
  const { data } = await promotions.ask(`{ product(sku: "cream") { substitutes { sku } } }`);
  expect(data).toEqual({ product: { substitutes: [{ sku: 'boots' }, { sku: 'spray' }] } });
});

it('deletes once', async () => {
  await save({ id: 'gone' });
  const remove = `mutation { deleteComplement(id: "gone") { replayed } }`;
  expect((await promotions.ask(remove)).data).toEqual({ deleteComplement: { replayed: false } });
  expect((await promotions.ask(remove)).data).toEqual({ deleteComplement: { replayed: true } });
});
