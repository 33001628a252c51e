import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { DataSource, type EntityManager, type MixedList } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { renewFunctions, type DatabaseFunctions } from './database-functions';

/** What a data source is made of. Migrations run in order of their timestamps; the schema is never synchronised. */
export interface DatabaseOptions {
  readonly url: string;
  readonly pool?: number;
  // TypeORM's own types for lists of classes.
  readonly entities: MixedList<new () => object>;
  readonly migrations: MixedList<new () => object>;
  readonly functions?: DatabaseFunctions;
}

const functionsOf = new WeakMap<DataSource, DatabaseFunctions>();

/** Makes (does not open) the data source of a subgraph. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const db = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as never,
    migrations: options.migrations as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    // Whoever waits for a connection longer than this is told, instead of holding what others wait for.
    extra: {
      max: options.pool ?? 12,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  if (options.functions) functionsOf.set(db, options.functions);
  return db;
}

/**
 * Opens the data source, waiting while Postgres is starting, and brings the schema and its functions up to date (one replica
 * at a time).
 */
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
    const functions = functionsOf.get(db);
    if (functions) await renewFunctions(db, functions);
  } finally {
    await runner.query("select pg_advisory_unlock(hashtextextended('migrations', 0))").catch(() => undefined);
    await runner.release();
  }
}

/**
 * Asks a question that is asked again and again with other values: it is parsed and planned once a connection, not every time. TypeORM
 * prepares no statements, so it goes by the data source's own pool. The text may take few forms only: each of them stays prepared.
 */
export async function askPrepared<Row extends object>(
  db: DataSource,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = (db.driver as PostgresDriver).master as Pool;
  const name = createHash('sha1').update(text).digest('base64url');
  const { rows } = await pool.query<Row>({ name, text, values: [...values] });
  return rows;
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
