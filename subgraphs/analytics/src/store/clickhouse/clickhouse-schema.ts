import type { ClickHouseClient } from '@clickhouse/client';
import { TABLES } from '../all-tables';
import { createView } from '../bi-view';
import { BI_VIEWS } from '../bi-views';
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
const POSITIONS: EngineTable = {
  name: POSITIONS_TABLE,
  columns: [
    ...['stream String', 'stream_created_at String', 'sequence Int64', 'last_event_ms Nullable(Int64)'],
    'version UInt64',
  ],
  engine: 'ReplacingMergeTree(version)',
  order: 'ORDER BY stream',
};

/** Members whose features are to be made anew, each time they are touched. */
export const TOUCHED_TABLE = 'touched_members';
const TOUCHED: EngineTable = {
  name: TOUCHED_TABLE,
  columns: ['member_id UUID', 'version UInt64'],
  engine: 'MergeTree',
  order: 'ORDER BY version TTL toDateTime(intDiv(version, 1000)) + INTERVAL 7 DAY',
};

/** A table as the engine keeps it. */
export interface EngineTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly engine: string;
  /** Partitions, order and what is forgotten. */
  readonly order: string;
}

/** Every table of the store and of its bookkeeping. */
export const ENGINE_TABLES: readonly EngineTable[] = [POSITIONS, TOUCHED, ...TABLES.map(engineTable)];

/**
 * Adds the tables and columns that are missing: a table of the store only ever gains columns. Rows replace rows of the
 * same key, so that a batch that comes again changes nothing; questions read with final = 1.
 */
export async function alignSchema(client: ClickHouseClient): Promise<void> {
  for (const { name, columns, engine, order } of ENGINE_TABLES) {
    await client.command({
      query: `CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')}) ENGINE = ${engine} ${order}`,
    });
    await client.command({
      query: `ALTER TABLE ${name} ${columns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')}`,
    });
  }
  // Who reads the views needs no right to the tables below them, which know more.
  const rights = 'DEFINER = CURRENT_USER SQL SECURITY DEFINER';
  for (const view of BI_VIEWS)
    await client.command({ query: createView(view, (table) => `${table} AS f FINAL`, rights) });
}

function engineTable({ name, keep, key, columns }: Table): EngineTable {
  const partition = 'businessDay' in columns && keep !== 'LATEST' ? 'PARTITION BY toYYYYMM(business_day) ' : '';
  return {
    name,
    columns: [
      ...Object.entries(columns).map(([field, type]) => `${columnName(field)} ${SQL_TYPES[type]}`),
      ...ENGINES[keep].own,
    ],
    engine: ENGINES[keep].engine,
    order: `${partition}ORDER BY (${key.map(columnName).join(', ')})`,
  };
}
