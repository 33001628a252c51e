import 'reflect-metadata';
import { DataSource, type EntityManager, type MixedList } from 'typeorm';

/** What a data source is made of. Migrations run in order of their timestamps; the schema is never synchronised. */
export interface DatabaseOptions {
  readonly url: string;
  readonly pool?: number;
  // TypeORM's own types for lists of classes.
  readonly entities: MixedList<new () => object>;
  readonly migrations: MixedList<new () => object>;
}

/** Makes (does not open) the data source of a subgraph. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as never,
    migrations: options.migrations as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { max: options.pool ?? 12, statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  });
}

/** Opens the data source, waiting while Postgres is starting, and brings the schema up to date (one replica at a time). */
export async function openDatabase(db: DataSource, waitMs = 30_000): Promise<void> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    try {
      await db.initialize();
      break;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const runner = db.createQueryRunner();
  try {
    await runner.query("select pg_advisory_lock(hashtextextended('migrations', 0))");
    await db.runMigrations();
  } finally {
    await runner.query("select pg_advisory_unlock(hashtextextended('migrations', 0))").catch(() => undefined);
    await runner.release();
  }
}

const SERIALIZATION_CODES = new Set(['40001', '40P01']);
const TRIES_MAX = 5;

/** Runs `work` in a transaction; a deadlock or serialisation failure is tried again, at most five times. */
export async function inTransaction<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (tries >= TRIES_MAX || !SERIALIZATION_CODES.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries * Math.random()));
    }
  }
}
