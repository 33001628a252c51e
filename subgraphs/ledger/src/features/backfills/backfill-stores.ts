import { backfillPage, sealEvent, StoreSaved, type BackfillSource } from '@adal/events';
import { MoreThan } from 'typeorm';
import { StoreRow, storeSnapshotOf } from '../stores';

const STORES_MAX = 500;

/** Stores as they are, by id. */
export const storesBackfill: BackfillSource = {
  kind: 'stores',
  tables: ['store'],
  page: async (db, after, origin) => {
    const rows = await db
      .getRepository(StoreRow)
      .find({ where: { id: MoreThan(after ?? '') }, order: { id: 'asc' }, take: STORES_MAX });
    const stores = rows.map(storeSnapshotOf);
    return backfillPage(
      stores,
      STORES_MAX,
      ({ storeId }) => storeId,
      (told) => [sealEvent(StoreSaved, { stores: [...told] }, origin)],
    );
  },
};
