import { defineConsumer, StoreSaved } from '@adal/events';

/** Keeps the newest state of each store. */
export const onStoreSaved = defineConsumer({
  durable: 'promotions-stores-saved',
  contract: StoreSaved,
  handle: async (tx, events) => {
    const stores = events.flatMap(({ data }) => data.stores);
    await tx.query(
      `insert into store as existing (id, revision, name, time_zone, city, banner, brand, format)
       select distinct on ("storeId") "storeId", revision, name, "timeZone", city, banner, brand, format
       from jsonb_to_recordset($1::jsonb) as row("storeId" text, revision bigint, name text, "timeZone" text, city text,
         banner text, brand text, format text)
       order by "storeId", revision desc
       on conflict (id) do update set revision = excluded.revision, name = excluded.name, time_zone = excluded.time_zone,
         city = excluded.city, banner = excluded.banner, brand = excluded.brand, format = excluded.format
       where excluded.revision > existing.revision`,
      [JSON.stringify(stores)],
    );
  },
});
