import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../all-tables';
import { DERIVED } from '../derived-tables';
import { columnName, lines, receipts, type ColumnType, type Table } from '../tables';
import { markUnfilled, UNFILLED } from './duckdb-fill';

const SQL_TYPES: Record<ColumnType, string> = {
  text: "VARCHAR DEFAULT ''",
  word: "VARCHAR DEFAULT ''",
  words: 'VARCHAR[]',
  uuid: 'UUID',
  int: 'INTEGER DEFAULT 0',
  long: 'BIGINT DEFAULT 0',
  longOrNull: 'BIGINT',
  flag: 'BOOLEAN DEFAULT false',
  day: 'DATE',
  dayOrNull: 'DATE',
  instant: 'TIMESTAMP',
  instantOrNull: 'TIMESTAMP',
};

const BOOKKEEPING: Readonly<Record<string, string>> = {
  stream_positions: 'stream VARCHAR, stream_created_at VARCHAR, sequence BIGINT, last_event_at TIMESTAMP',
  // Members whose features are to be made anew.
  touched_members: 'member_id UUID',
  [UNFILLED]: 'month DATE',
  // Rows of a derived table that lie in its order; what came since lies behind them.
  sorted_tables: 'table_name VARCHAR, sorted_rows BIGINT',
};

/**
 * Adds the tables and columns that are missing: a table of the store only ever gains columns. Facts carry no index and
 * no key: rows are found by zone maps over arrival order, and `append` keeps ids single.
 */
export async function alignSchema(connection: DuckDBConnection): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_catalog = current_database() AND table_schema = 'main'",
  );
  const columns = found.getRowObjectsJson() as { table_name: string; column_name: string }[];
  const existing = new Set(columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`));
  const tables = new Set(columns.map(({ table_name }) => table_name));
  const bookkeeping = Object.entries(BOOKKEEPING)
    .filter(([name]) => !tables.has(name))
    .map(([name, definition]) => `CREATE TABLE ${name} (${definition})`);
  const missing = TABLES.flatMap((table) => missingOf(table, existing));
  if (missing.length === 0 && bookkeeping.length === 0) return;
  for (const statement of bookkeeping) await connection.run(statement);
  // Facts of an older version know less, and not all was derived of them. It is noted before anything is changed.
  const isBehind = [receipts, lines, ...DERIVED].some((table) => missingOf(table, existing).length > 0);
  if (tables.has(receipts.name) && isBehind) await markUnfilled(connection, tables);
  for (const statement of missing) await connection.run(statement);
  // What was altered is written whole now, not replayed from the log at every start.
  await connection.run('CHECKPOINT');
}

function missingOf(table: Table, existing: ReadonlySet<string>): string[] {
  const columns = columnsOf(table);
  const absent = columns.filter(({ name }) => !existing.has(`${table.name}.${name}`));
  if (absent.length === columns.length) return [createTable(table, table.name)];
  return absent.map(({ name, type }) => `ALTER TABLE ${table.name} ADD COLUMN ${name} ${type}`);
}

/** How a table is made, under whatever name. */
export function createTable(table: Table, name: string): string {
  return `CREATE TABLE ${name} (${columnsOf(table)
    .map((column) => `${column.name} ${column.type}`)
    .join(', ')})`;
}

const columnsOf = ({ columns }: Table): { name: string; type: string }[] =>
  Object.entries(columns).map(([field, type]) => ({ name: columnName(field), type: SQL_TYPES[type] }));
