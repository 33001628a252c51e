import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Logger } from '@adal/service';
import { createView } from '../bi-view';
import { BI_VIEWS } from '../bi-views';
import { alignSchema } from './duckdb-schema';
import { prelude } from './duckdb-prelude';
import { createStaging } from './duckdb-rows';

/** Where the store lives and what it may use. */
export interface DuckdbOptions {
  readonly path: string;
  /** As DuckDB writes it, e.g. "1GB". */
  readonly memoryLimit: string;
  readonly log: Logger;
  /** QUERY_MS_MAX unless told. */
  readonly queryMsMax?: number;
  /** Called when the file turned out to be broken while in use: the process should end and start again. */
  readonly onBroken?: () => void;
}

/** An open file: one connection writes, one keeps in order what was written, the others read. */
export interface DuckdbFile {
  readonly writer: DuckDBConnection;
  readonly keeper: DuckDBConnection;
  readonly readers: readonly DuckDBConnection[];
  close(): void;
}

const THREADS = 2;
const READERS = 4;
/** Log kept before it is folded into the file: the more, the less is written twice; the less, the sooner it starts after a crash. */
const CHECKPOINT_THRESHOLD = '256MB';
/** A predecessor that is stopping still holds the file. */
const LOCK_WAIT_MS = 20_000;

/**
 * Opens the file, or makes it. A log that cannot be replayed is set aside: the file is then as of its last checkpoint,
 * positions included, and the streams bring the rest. A file whose bytes are not what was written is set aside whole and
 * begun anew. Whatever else is in the way is thrown, and nothing is moved.
 */
export async function openDuckdbFile(options: DuckdbOptions): Promise<DuckdbFile> {
  const { path } = options;
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(brokenMark(path))) setAsideDamaged(options, 'it was found damaged in use');
  for (;;) {
    try {
      return await openUnlocked(options);
    } catch (error) {
      const damage = damageOf(error);
      if (damage === null || !existsSync(path)) throw error;
      if (damage === 'LOG' && existsSync(`${path}.wal`)) setAsideLog(options, error);
      else setAsideDamaged(options, messageOf(error));
    }
  }
}

function setAsideLog({ path, log }: DuckdbOptions, error: unknown): void {
  const kept = `${path}.wal.damaged-${timestamp()}`;
  renameSync(`${path}.wal`, kept);
  log.error(
    { err: error, kept, alert: 'analytics-store-damaged' },
    'The store’s log cannot be replayed: set aside, going on from the last checkpoint',
  );
}

function setAsideDamaged({ path, log }: DuckdbOptions, reason: string): void {
  const kept = moveFile(path, 'damaged');
  rmSync(brokenMark(path), { force: true });
  log.error(
    { path, kept, reason, alert: 'analytics-store-damaged' },
    'The store file cannot be read: set aside, rebuilding from the streams',
  );
}

/** Renames the file and its log to `<file>.<why>-<time>`; answers the new name. */
export function moveFile(path: string, why: string): string {
  const kept = `${path}.${why}-${timestamp()}`;
  if (existsSync(path)) renameSync(path, kept);
  if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${kept}.wal`);
  return kept;
}

/**
 * Looks at an error of the engine: damaged blocks are found only when they are read, and after a fatal error the
 * engine answers nothing more. Either way the process has to start again; the next start knows a damaged file by a mark.
 */
export function noticeBroken({ path, log, onBroken }: DuckdbOptions, error: unknown): void {
  const message = messageOf(error);
  const isDamaged = damageOf(error) !== null;
  if (!isDamaged && !/fatal error|has been invalidated/i.test(message)) return;
  if (isDamaged) writeFileSync(brokenMark(path), message);
  log.fatal({ path, reason: message, alert: 'analytics-store-damaged' }, 'The store is broken: starting again');
  onBroken?.();
}

async function openUnlocked(options: DuckdbOptions): Promise<DuckdbFile> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await open(options);
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (Date.now() > deadline)
        throw new Error(`Another process holds ${options.path}: stop it, or set DUCKDB_PATH to another file.`, {
          cause: error,
        });
      await sleep(250);
    }
  }
}

async function open({ path, memoryLimit }: DuckdbOptions): Promise<DuckdbFile> {
  const instance = await DuckDBInstance.create(path, {
    threads: String(THREADS),
    memory_limit: memoryLimit,
    checkpoint_threshold: CHECKPOINT_THRESHOLD,
  });
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
    for (const view of BI_VIEWS) await writer.run(createView(view, (table) => `${table} AS f`));
    const keeper = await connect();
    const readers: DuckDBConnection[] = [];
    while (readers.length < READERS) readers.push(await connect());
    return { writer, keeper, readers, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What the engine says of bytes that are not what it wrote. */
const DAMAGE =
  /corrupt (database|wal) file|not a valid duckdb database file|could not read enough bytes|serialization error/i;

/** Whether an error says that the file or its log is damaged: a full disk or a fault of ours is no damage. */
function damageOf(error: unknown): 'FILE' | 'LOG' | null {
  const message = messageOf(error);
  if (!DAMAGE.test(message)) return null;
  return /replaying wal file/i.test(message) ? 'LOG' : 'FILE';
}

/** Names of what was found damaged and set aside, oldest first, as long as nobody removes it. */
export function damagedFiles(path: string): string[] {
  const name = basename(path);
  const kept = [`${name}.damaged-`, `${name}.wal.damaged-`];
  return readdirSync(dirname(path))
    .filter((file) => kept.some((beginning) => file.startsWith(beginning)) && !file.endsWith('.wal'))
    .sort((left, right) => left.slice(-TIMESTAMP_LENGTH).localeCompare(right.slice(-TIMESTAMP_LENGTH)));
}

const TIMESTAMP_LENGTH = '2026-11-22T18-00-00-000Z'.length;
const brokenMark = (path: string): string => `${path}.broken`;
const timestamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-');
const messageOf = (error: unknown): string => String((error as { message?: unknown }).message ?? error);
const isLocked = (error: unknown): boolean => /could not set lock|conflicting lock/i.test(messageOf(error));
