import type { ClickHouseClient } from '@clickhouse/client';
import { TABLES } from '../all-tables';
import { BI_VIEWS, createView } from '../bi-views';
import { columnName, type ColumnType, type Table } from '../tables';

const SQL_TYPES: Record<ColumnType, string> = {
  text: 'String',
  word: 'LowCardinality(String)',
  words: 'Array(LowCardinality(String))',
  uuid: 'UUID',
  int: 'Int32',
  long: 'Int64',
  longOrNull: 'Nullable(Int64)',
  flag: 'Bool',
  day: 'Date',
  dayOrNull: 'Nullable(Date32)',
  instant: "DateTime64(3, 'UTC')",
  instantOrNull: "Nullable(DateTime64(3, 'UTC'))",
};

/** How rows of one key become one: by which column the latest is known, and which says that there is none any more. */
const ENGINES: Record<Table['keep'], { readonly engine: string; readonly own: readonly string[] }> = {
  FIRST: { engine: 'ReplacingMergeTree', own: [] },
  LATEST: { engine: 'ReplacingMergeTree(revision)', own: [] },
  // Sums are made anew, so the latest of them counts.
  SUM: { engine: 'ReplacingMergeTree(version)', own: ['version UInt64'] },
  MADE: { engine: 'ReplacingMergeTree(version, is_deleted)', own: ['version UInt64', 'is_deleted UInt8'] },
  PARTS: { engine: 'ReplacingMergeTree(revision, is_deleted)', own: ['is_deleted UInt8'] },
};

/** The table of stream positions; `version` grows with every write, for a sequence may begin again. */
export const POSITIONS_TABLE = 'stream_positions';
const POSITIONS = `CREATE TABLE IF NOT EXISTS ${POSITIONS_TABLE} (
  stream String, stream_created_at String, sequence Int64, last_event_ms Nullable(Int64), version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY stream`;

/** Members whose features are to be made anew, each time they are touched. */
export const TOUCHED_TABLE = 'touched_members';
const TOUCHED = `CREATE TABLE IF NOT EXISTS ${TOUCHED_TABLE} (member_id UUID, version UInt64)
  ENGINE = MergeTree ORDER BY version TTL toDateTime(intDiv(version, 1000)) + INTERVAL 7 DAY`;

/**
 * Adds the tables and columns that are missing: a table of the store only ever gains columns. Rows replace rows of the
 * same key, so that a batch that comes again changes nothing; questions read with final = 1.
 */
export async function alignSchema(client: ClickHouseClient): Promise<void> {
  await client.command({ query: POSITIONS });
  await client.command({ query: TOUCHED });
  for (const table of TABLES) {
    const columns = Object.entries(table.columns).map(([field, type]) => `${columnName(field)} ${SQL_TYPES[type]}`);
    columns.push(...ENGINES[table.keep].own);
    await client.command({
      query: `CREATE TABLE IF NOT EXISTS ${table.name} (${columns.join(', ')}) ${storageOf(table)}`,
    });
    await client.command({
      query: `ALTER TABLE ${table.name} ${columns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')}`,
    });
  }
  for (const view of BI_VIEWS) await client.command({ query: createView(view, (table) => `${table} AS f FINAL`) });
}

function storageOf({ keep, key, columns }: Table): string {
  const order = `ORDER BY (${key.map(columnName).join(', ')})`;
  const partition = 'businessDay' in columns && keep !== 'LATEST' ? 'PARTITION BY toYYYYMM(business_day) ' : '';
  return `ENGINE = ${ENGINES[keep].engine} ${partition}${order}`;
}
