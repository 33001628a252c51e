import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@adal/local';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { copyInto } from '../catalogue/copy-file.ts';

/** What questions by hand ask of each table. */
const TABLES: Readonly<Record<string, string>> = {
  receipts: `receipt_id text, kind text, identified boolean, store_id text, member_id uuid, occurred_at timestamp, business_day date,
    business_hour integer, payable_minor bigint`,
  lines: `receipt_id text, kind text, identified boolean, member_id uuid, occurred_at timestamp, business_day date, sku text,
    category_path text, brand text, quantity_milli bigint, amount_minor bigint`,
  points: 'kind text, occurred_at timestamp, business_day date, amount_minor bigint',
  members: 'member_id uuid, gender text, birth_date date, city text, business_day date',
};
/** Facts are found by when they happened and by whose they are. */
const INDEXES = [
  ...['receipts', 'lines', 'points'].map((table) => `create index on ${table} using brin (occurred_at)`),
  ...['receipts', 'lines', 'points'].map((table) => `create index on ${table} using brin (business_day)`),
  ...['receipts', 'lines'].map((table) => `create index on ${table} (member_id) where identified`),
  'create index on members (member_id)',
];

/** The facts of a closed store file in Postgres. */
export interface SamePostgres {
  ask(sql: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Copies the facts of a store file to a Postgres of its own, in `folder`, with indexes and statistics. */
export async function sameInPostgres(storePath: string, folder: string): Promise<SamePostgres> {
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), databases: ['facts'] });
  const client = new Client(postgres.urlOf('facts'));
  await client.connect();
  const instance = await DuckDBInstance.create(storePath, { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  for (const [table, columns] of Object.entries(TABLES)) {
    const names = columns.split(',').map((column) => column.trim().split(' ')[0]);
    const file = join(folder, `${table}.csv`);
    await connection.run(`COPY (SELECT ${names.join(', ')} FROM ${table}) TO '${file}' (HEADER false)`);
    await client.query(`create unlogged table ${table} (${columns})`);
    await copyInto(client, table, file);
    rmSync(file);
  }
  connection.closeSync();
  instance.closeSync();
  for (const index of INDEXES) await client.query(index);
  await client.query('vacuum analyze');
  return {
    ask: (sql) => client.query(sql),
    stop: async () => {
      await client.end();
      await postgres.stop();
    },
  };
}
