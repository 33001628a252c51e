import type { EntityManager } from 'typeorm';
import { StoreRow } from './store.entity';

/** Columns that an upsert compares and writes, in the order of its parameters. */
const COLUMNS: readonly (readonly [column: string, type: string, field: keyof StoreRow])[] = [
  ['name', 'text', 'name'],
  ['city', 'text', 'city'],
  ['brand', 'text', 'brand'],
  ['banner', 'text', 'banner'],
  ['format', 'text', 'format'],
  ['legal_entity', 'text', 'legalEntity'],
  ['opened_on', 'date', 'openedOn'],
  ['closed_on', 'date', 'closedOn'],
  ['time_zone', 'text', 'timeZone'],
  ['latitude', 'float8', 'latitude'],
  ['longitude', 'float8', 'longitude'],
];

/** Saves stores with distinct ids and answers those that are new or changed, with their new revisions. */
export async function upsertStores(tx: EntityManager, stores: readonly StoreRow[]): Promise<StoreRow[]> {
  const names = COLUMNS.map(([column]) => column);
  const parameters = COLUMNS.map(([, type], index) => `$${index + 2}::${type}[]`);
  const changed: { id: string; revision: string }[] = await tx.query(
    `insert into store (id, ${names.join(', ')}) select * from unnest($1::text[], ${parameters.join(', ')}) order by 1
     on conflict (id) do update set revision = store.revision + 1, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
       where (${names.map((name) => `store.${name}`).join(', ')}) is distinct from (${names.map((name) => `excluded.${name}`).join(', ')})
     returning id, revision`,
    [stores.map((store) => store.id), ...COLUMNS.map(([, , field]) => stores.map((store) => store[field]))],
  );
  const revisions = new Map(changed.map((row) => [row.id, Number(row.revision)]));
  return stores.flatMap((store) => {
    const revision = revisions.get(store.id);
    return revision === undefined ? [] : [{ ...store, revision }];
  });
}
