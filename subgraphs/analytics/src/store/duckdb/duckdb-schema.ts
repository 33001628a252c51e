import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../all-tables';
import { columnName, type ColumnType, type Table } from '../tables';

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
  const missing = TABLES.flatMap((table) => missingOf(table, existing));
  const tables = new Set(columns.map(({ table_name }) => table_name));
  for (const [name, definition] of Object.entries(BOOKKEEPING))
    if (!tables.has(name)) missing.push(`CREATE TABLE ${name} (${definition})`);
  if (missing.length === 0) return;
  for (const statement of missing) await connection.run(statement);
  // What was altered is written whole now, not replayed from the log at every start.
  await connection.run('CHECKPOINT');
}

function missingOf(table: Table, existing: ReadonlySet<string>): string[] {
  const columns = Object.entries(table.columns).map(([field, type]) => ({
    name: columnName(field),
    type: SQL_TYPES[type],
  }));
  const absent = columns.filter(({ name }) => !existing.has(`${table.name}.${name}`));
  if (absent.length === columns.length) {
    return [`CREATE TABLE ${table.name} (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`];
  }
  return absent.map(({ name, type }) => `ALTER TABLE ${table.name} ADD COLUMN ${name} ${type}`);
}
