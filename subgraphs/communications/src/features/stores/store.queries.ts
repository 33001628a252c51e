import { In, type EntityManager } from 'typeorm';
import { Store } from './store.entity';

/** "Name, city" of stores, by id; one that is not known here yet has none: no message waits for it. */
export async function findStoreTitles(
  tx: EntityManager,
  storeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const stores = await tx.findBy(Store, { storeId: In([...new Set(storeIds)]) });
  return new Map(stores.map(({ storeId, name, city }) => [storeId, `${name}, ${city}`]));
}
