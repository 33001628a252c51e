import {
  DuckDBDateValue,
  DuckDBTimestampValue,
  DuckDBUUIDValue,
  LIST,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { TABLES, type ColumnType, type Table } from '../tables';

const DAY_MS = 86_400_000;

/** Makes the temporary tables that rows pass through on their way in. They live in memory, on the writer's connection. */
export async function createStaging(connection: DuckDBConnection): Promise<void> {
  for (const { name } of TABLES) await connection.run(`CREATE TEMP TABLE staged_${name} AS FROM ${name} LIMIT 0`);
}

/** Replaces what is staged for a table. */
export async function stage(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  await connection.run(`TRUNCATE staged_${table.name}`);
  if (rows.length === 0) return;
  const columns = Object.entries(table.columns);
  const appender = await connection.createAppender(`staged_${table.name}`, 'main', 'temp');
  try {
    for (const row of rows as readonly Record<string, unknown>[]) {
      for (const [field, type] of columns) appendValue(appender, type, row[field]);
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** The value is what ColumnTypes says of the column: rows are typed where they are made. */
function appendValue(appender: DuckDBAppender, type: ColumnType, value: unknown): void {
  if (value === null) return appender.appendNull();
  switch (type) {
    case 'text':
    case 'word':
      return appender.appendVarchar(value as string);
    case 'words':
      return appender.appendList(value as string[], LIST(VARCHAR));
    case 'uuid':
      return appender.appendUUID(DuckDBUUIDValue.fromUint128(BigInt(`0x${(value as string).replaceAll('-', '')}`)));
    case 'int':
      return appender.appendInteger(value as number);
    case 'long':
    case 'longOrNull':
      return appender.appendBigInt(BigInt(value as number));
    case 'flag':
      return appender.appendBoolean(value as boolean);
    case 'day':
    case 'dayOrNull':
      return appender.appendDate(new DuckDBDateValue(Date.parse(`${value as string}T00:00:00Z`) / DAY_MS));
    case 'instant':
      return appender.appendTimestamp(new DuckDBTimestampValue(BigInt((value as Date).getTime()) * 1_000n));
  }
}
