import { createHash, randomBytes } from 'node:crypto';
import { withClient } from '@adal/local';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, escapeIdentifier, type Client } from 'pg';

export interface FreshDatabaseOptions {
  /** Brings an empty database to the current schema. */
  migrate?: (url: string) => Promise<void>;
  /** Name of the schema ("ledger"): migrated once a run, then copied for each test file. */
  template?: string;
}

export interface FreshDatabase {
  readonly url: string;
  /** Drops it, closing whatever connections are left. */
  drop(): Promise<void>;
}

/** A database of one's own in the run's throwaway Postgres. */
export async function freshDatabase({ migrate, template }: FreshDatabaseOptions = {}): Promise<FreshDatabase> {
  const admin = testPostgres();
  const name = `t_${randomBytes(8).toString('hex')}`;
  const url = urlOf(admin, name);
  if (migrate && template) {
    const source = await ensureTemplate(admin, template, migrate);
    await run(admin, `create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)}`);
  } else {
    await run(admin, `create database ${escapeIdentifier(name)}`);
    await migrate?.(url);
  }
  return { url, drop: () => dropDatabase(admin, name) };
}

/** The URL of the run's throwaway Postgres, for a role that may create databases. */
export function testPostgres(): string {
  const url = process.env['ADAL_TEST_POSTGRES_URL'];
  if (!url) throw new Error("No test Postgres: the package's jest config must use the preset '@adal/testkit'.");
  return url;
}

/** Test files run in several workers: the first to come migrates, the others wait for it. */
async function ensureTemplate(
  admin: string,
  template: string,
  migrate: (url: string) => Promise<void>,
): Promise<string> {
  const name = `template_${template}`;
  const lock = createHash('sha256').update(name).digest().readInt32BE();
  await withClient(admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock]);
    if (await exists(client, name)) return;
    const building = `building_${template}`;
    await client.query(`drop database if exists ${escapeIdentifier(building)} with (force)`);
    await client.query(`create database ${escapeIdentifier(building)}`);
    await migrate(urlOf(admin, building));
    await client.query(`alter database ${escapeIdentifier(building)} rename to ${escapeIdentifier(name)}`);
  });
  return name;
}

async function exists(client: Client, database: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [database]);
  return found.rowCount === 1;
}

const DROP_TRIES_MAX = 50;
const DROP_PAUSE_MS = 100;
const INSUFFICIENT_PRIVILEGE = '42501';

/** While autovacuum is at work in a database, a role that is no superuser may not drop it: it is about to be done. */
async function dropDatabase(admin: string, name: string): Promise<void> {
  for (let left = DROP_TRIES_MAX; ; left -= 1) {
    try {
      return await run(admin, `drop database if exists ${escapeIdentifier(name)} with (force)`);
    } catch (error) {
      if (left === 0 || !(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
      await sleep(DROP_PAUSE_MS);
    }
  }
}

function run(url: string, statement: string): Promise<void> {
  return withClient(url, async (client) => void (await client.query(statement)));
}

function urlOf(admin: string, database: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.toString();
}
