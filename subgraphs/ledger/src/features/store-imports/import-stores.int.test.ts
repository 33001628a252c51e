import { filesOf, type Files } from '../../../test/files';
import { startLedger, type TestLedger } from '../../../test/harness';

let ledger: TestLedger;
let files: Files;
beforeEach(async () => {
  ledger = await startLedger();
  files = filesOf(ledger);
});
afterEach(() => ledger.stop());

const store = {
  store_id: 'S7',
  name: 'Saryarka',
  city: 'Astana',
  brand: null,
  opened_on: '2014-05-01',
  latitude: '51.13',
};

it('lands good rows, returns bad ones, and changes nothing the second time', async () => {
  const rows = [store, { ...store, store_id: 'S8', city: null }, { ...store, store_id: 'S9', opened_on: '2014-13-01' }];
  const first = await files.send('importStores', rows);
  expect(first).toMatchObject({ read: 3, landed: 1, unchanged: 0 });
  expect(first.rejected).toEqual([
    { line: 3, column: 'city', code: 'CITY_MISSING' },
    { line: 4, column: 'opened_on', code: 'OPENED_ON_INVALID' },
  ]);
  expect(await files.send('importStores', rows)).toMatchObject({ landed: 0, unchanged: 1 });
  const [saved] = (await ledger.recorded<{ stores: object[] }>('ledger.store.saved.v1')).slice(-1);
  expect(saved?.stores).toEqual([
    expect.objectContaining({
      storeId: 'S7',
      city: 'Astana',
      revision: 1,
      legalEntity: 'MAIN',
      timeZone: 'Asia/Almaty',
    }),
  ]);
});

it('lands nothing in a dry run', async () => {
  expect(await files.send('importStores', [store], { dryRun: true })).toMatchObject({ landed: 1 });
  expect(await files.send('importStores', [store])).toMatchObject({ landed: 1 });
});

it('refuses a chunk without its columns', async () => {
  expect(await files.send('importStores', [{ store_id: 'S7' }])).toMatchObject({
    __typename: 'ImportInvalid',
    code: 'COLUMN_MISSING',
  });
});
