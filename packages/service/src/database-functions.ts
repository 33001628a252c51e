import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { sourceOf } from './sdl';

/** Functions in SQL files: every `.sql` of `directory` creates what it holds in `schema`, which holds nothing else. */
export interface DatabaseFunctions {
  readonly schema: string;
  readonly directory: string;
}

/**
 * Writes the functions anew, in one transaction, when a file has changed since the last time. A build that is older than the
 * database leaves them as they are. A function whose arguments change gets a new name for one release: replicas of both builds
 * call it while they take turns.
 */
export async function renewFunctions(db: DataSource, { schema, directory }: DatabaseFunctions): Promise<void> {
  const source = sourceOf(directory);
  const files = readdirSync(source).filter((file) => file.endsWith('.sql'));
  const sql = files.sort().map((file) => readFileSync(join(source, file), 'utf8'));
  const hash = createHash('sha256').update(sql.join('\n')).digest('hex');
  const [kept]: { hash: string | null }[] = await db.query(
    "select obj_description(oid, 'pg_namespace') as hash from pg_namespace where nspname = $1",
    [schema],
  );
  if (kept?.hash === hash || (await isAhead(db))) return;
  await db.transaction(async (tx) => {
    await tx.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
    for (const text of sql) await tx.query(text);
    await tx.query(`comment on schema ${schema} is '${hash}'`);
  });
}

/** True when a newer build has migrated the database. */
async function isAhead(db: DataSource): Promise<boolean> {
  const [last]: { name: string | null }[] = await db.query(
    'select name from migration order by timestamp desc limit 1',
  );
  return last !== undefined && !db.migrations.some(({ name }) => name === last.name);
}
