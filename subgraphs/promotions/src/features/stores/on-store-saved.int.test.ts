import { aStore } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { onStoreSaved } from './on-store-saved';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

it('keeps the newest state of each store, whatever order the news comes in', async () => {
  const [old, middle, newest] = [1, 2, 3].map((revision) => aStore({ revision, name: `Store ${revision}` }));
  const other = aStore({ storeId: 'AQT-1', timeZone: 'Asia/Aqtau' });
  await promotions.deliver(onStoreSaved, { stores: [old, newest, other] }, { stores: [middle] });
  await promotions.deliver(onStoreSaved, { stores: [old] });
  expect(await promotions.db.query('select id, name, time_zone from store order by id')).toEqual([
    { id: 'ALM-1', name: 'Store 3', time_zone: 'Asia/Almaty' },
    { id: 'AQT-1', name: 'Almaty 1', time_zone: 'Asia/Aqtau' },
  ]);
});
