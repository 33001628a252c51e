import { startLedger, type TestLedger } from '../../../test/harness';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const SAVE = `mutation ($input: SaveStoreInput!) { saveStore(input: $input) {
  __typename ... on UserError { code } ... on StoreInvalid { field } ... on StoreSaved { store { id name city legalEntity timeZone openedOn } } } }`;
const store = { id: 'S5', name: 'Forum', city: 'Almaty', openedOn: '2014-05-01' };
const save = async (more: object = {}): Promise<unknown> => {
  const { data, errors } = await ledger.ask<{ saveStore: object }>(SAVE, { input: { ...store, ...more } });
  expect(errors).toEqual([]);
  return data.saveStore;
};

it('adds and changes a store, tells of each change once, and makes it usable at once', async () => {
  const saved = { __typename: 'StoreSaved', store: { ...store, legalEntity: 'MAIN', timeZone: 'Asia/Almaty' } };
  expect(await save()).toEqual(saved);
  expect(await save()).toEqual(saved);
  expect(await save({ name: 'Forum 2' })).toMatchObject({ store: { name: 'Forum 2' } });
  const told = (
    await ledger.recorded<{ stores: { storeId: string; revision: number; name: string }[] }>('ledger.store.saved.v1')
  ).flatMap(({ stores }) => stores);
  expect(told.filter(({ storeId }) => storeId === 'S5').map(({ revision, name }) => [revision, name])).toEqual([
    [1, 'Forum'],
    [2, 'Forum 2'],
  ]);
  const { data } = await ledger.ask('{ store(id: "S5") { name } }');
  expect(data).toEqual({ store: { name: 'Forum 2' } });
});

it.each([
  ['id', { id: 'a b' }],
  ['name', { name: ' ' }],
  ['city', { city: '' }],
  ['brand', { brand: 'x'.repeat(201) }],
  ['timeZone', { timeZone: 'Asia/Nowhere' }],
  ['closedOn', { closedOn: '2014-04-30' }],
  ['latitude', { latitude: 91 }],
  ['longitude', { longitude: -181 }],
])('refuses a store whose %s cannot be: %j', async (field, more) => {
  expect(await save(more)).toEqual({ __typename: 'StoreInvalid', code: 'STORE_INVALID', field });
});

it('shows the stores that the actor may see, by name', async () => {
  const { data } = await ledger.ask(
    '{ stores { id } other: store(id: "S1") { id } tills { id } }',
    {},
    { storeIds: ['S2', 'S5'] },
  );
  expect(data).toEqual({ stores: [{ id: 'S5' }, { id: 'S2' }], other: null, tills: [] });
});
