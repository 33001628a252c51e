import type { EntityManager } from 'typeorm';
import { Store } from './store.entity';

/** "Name, city" of a store; null while it is not known here: no message waits for it. */
export async function findStoreTitle(tx: EntityManager, storeId: string): Promise<string | null> {
  const store = await tx.findOneBy(Store, { storeId });
  return store && `${store.name}, ${store.city}`;
}
