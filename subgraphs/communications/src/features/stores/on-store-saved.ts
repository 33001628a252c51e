import { defineConsumer, StoreSaved } from '@adal/events';

/** Stores changed: keeps the newest revision of each. */
export const onStoreSaved = defineConsumer({
  durable: 'communications-stores-store-saved',
  contract: StoreSaved,
  handle: async (tx, events) => {
    for (const store of events.flatMap((event) => event.data.stores)) {
      await tx.query(
        `insert into store (store_id, revision, name, city) values ($1, $2, $3, $4)
         on conflict (store_id) do update set revision = excluded.revision, name = excluded.name, city = excluded.city
         where store.revision < excluded.revision`,
        [store.storeId, store.revision, store.name, store.city],
      );
    }
  },
});
