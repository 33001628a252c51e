import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Logger } from '@adal/service';
import { alignSchema } from './duckdb-schema';
import { prelude } from './duckdb-prelude';
import { createStaging } from './duckdb-staging';

/** Where the store lives and what it may use. */
export interface DuckdbOptions {
  readonly path: string;
  /** As DuckDB writes it, e.g. "1GB". */
  readonly memoryLimit: string;
  readonly log: Logger;
}

/** An open file: one connection writes, the others read. */
export interface DuckdbFile {
  readonly writer: DuckDBConnection;
  readonly readers: readonly DuckDBConnection[];
  close(): void;
}

const THREADS = 2;
const READERS = 4;
/** A predecessor that is stopping still holds the file. */
const LOCK_WAIT_MS = 20_000;

/** Opens the file, or makes it. One that cannot be read is set aside and begun anew, and the log says so. */
export async function openDuckdbFile(options: DuckdbOptions): Promise<DuckdbFile> {
  mkdirSync(dirname(options.path), { recursive: true });
  try {
    return await openUnlocked(options);
  } catch (error) {
    if (isLocked(error) || !existsSync(options.path)) throw error;
    const kept = moveFile(options.path, 'damaged');
    options.log.error({ err: error, path: options.path, kept, alert: 'analytics-store-damaged' }, 'The store file cannot be read: set aside, rebuilding');
    return open(options);
  }
}

/** Renames the file and its log to `<file>.<why>-<time>`; answers the new name. */
export function moveFile(path: string, why: string): string {
  const kept = `${path}.${why}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(path, kept);
  if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${kept}.wal`);
  return kept;
}

async function openUnlocked(options: DuckdbOptions): Promise<DuckdbFile> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await open(options);
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (Date.now() > deadline) throw new Error(`Another process holds ${options.path}: stop it, or set DUCKDB_PATH to another file.`, { cause: error });
      await sleep(250);
    }
  }
}

async function open({ path, memoryLimit }: DuckdbOptions): Promise<DuckdbFile> {
  const instance = await DuckDBInstance.create(path, { threads: String(THREADS), memory_limit: memoryLimit });
  const opened: DuckDBConnection[] = [];
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    opened.push(connection);
    for (const macro of prelude) await connection.run(macro);
    return connection;
  };
  const close = (): void => {
    for (const connection of opened) connection.closeSync();
    instance.closeSync();
  };
  try {
    const writer = await connect();
    await alignSchema(writer);
    await createStaging(writer);
    const readers: DuckDBConnection[] = [];
    while (readers.length < READERS) readers.push(await connect());
    return { writer, readers, close };
  } catch (error) {
    close();
    throw error;
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && /could not set lock|conflicting lock/i.test(error.message + String(error.cause ?? ''));
