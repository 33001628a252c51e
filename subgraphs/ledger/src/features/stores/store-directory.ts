import type { DataSource } from 'typeorm';
import { StoreRow } from './store.entity';

/** The chain's stores in memory: a few hundred rows that every purchase needs. */
export interface StoreDirectory {
  /** The store, at most `FRESH_MS` old; null when there is none. */
  find(id: string): Promise<StoreRow | null>;
  /** Reads again at the next look-up: after a change made here. */
  forget(): void;
}

/** A change made by another replica is seen after this long. */
const FRESH_MS = 5_000;
/** An unknown id makes us look again, at most this often. */
const MISS_MS = 250;

/** Makes the directory of one process. */
export function createStoreDirectory(db: DataSource): StoreDirectory {
  let stores = new Map<string, StoreRow>();
  let loadedAt = 0;
  let loading: Promise<void> | null = null;
  const load = (): Promise<void> => {
    loading ??= (async () => {
      const startedAt = Date.now();
      try {
        const rows = await db.getRepository(StoreRow).find();
        stores = new Map(rows.map((row) => [row.id, row]));
        loadedAt = startedAt;
      } finally {
        loading = null;
      }
    })();
    return loading;
  };
  return {
    find: async (id) => {
      const age = Date.now() - loadedAt;
      if (age > FRESH_MS || (age > MISS_MS && !stores.has(id))) await load();
      return stores.get(id) ?? null;
    },
    forget: () => {
      loadedAt = 0;
    },
  };
}
