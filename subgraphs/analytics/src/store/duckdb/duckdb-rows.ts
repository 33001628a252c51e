import {
  DuckDBDateValue,
  DuckDBTimestampValue,
  DuckDBUUIDValue,
  LIST,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { TABLES } from '../all-tables';
import type { ColumnType, Table } from '../tables';

const DAY_MS = 86_400_000;

/** Makes the temporary tables in which rows are compared with what is there. They live in memory, on this connection. */
export async function createStaging(connection: DuckDBConnection): Promise<void> {
  for (const { name } of TABLES) await connection.run(`CREATE TEMP TABLE staged_${name} AS FROM ${name} LIMIT 0`);
}

/** Replaces what is staged for a table. */
export async function stage(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  await connection.run(`TRUNCATE staged_${table.name}`);
  if (rows.length === 0) return;
  const columns = Object.entries(table.columns);
  const values = engineValues();
  const appender = await connection.createAppender(`staged_${table.name}`, 'main', 'temp');
  try {
    for (const row of rows as readonly Record<string, unknown>[]) {
      for (const [field, type] of columns) appendValue(appender, type, row[field], values);
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** The value is what ColumnTypes says of the column: rows are typed where they are made. */
function appendValue(appender: DuckDBAppender, type: ColumnType, value: unknown, values: EngineValues): void {
  if (value === null) return appender.appendNull();
  switch (type) {
    case 'text':
    case 'word':
      return appender.appendVarchar(value as string);
    case 'words':
      // Most lists are empty, and an empty one costs as much as five other columns: none is written as null.
      if ((value as string[]).length === 0) return appender.appendNull();
      return appender.appendList(value as string[], LIST(VARCHAR));
    case 'uuid':
      return appender.appendUUID(values.uuid(value as string));
    case 'int':
      return appender.appendInteger(value as number);
    case 'long':
    case 'longOrNull':
      return appender.appendBigInt(BigInt(value as number));
    case 'flag':
      return appender.appendBoolean(value as boolean);
    case 'day':
    case 'dayOrNull':
      return appender.appendDate(values.day(value as string));
    case 'instant':
    case 'instantOrNull':
      return appender.appendTimestamp(new DuckDBTimestampValue(BigInt((value as Date).getTime()) * 1_000n));
  }
}

interface EngineValues {
  uuid(text: string): DuckDBUUIDValue;
  day(text: string): DuckDBDateValue;
}

/** The engine's values of texts that come again and again in a batch, made once each. */
function engineValues(): EngineValues {
  return {
    uuid: remembering((text) => DuckDBUUIDValue.fromUint128(BigInt(`0x${text.replaceAll('-', '')}`))),
    day: remembering((text) => new DuckDBDateValue(Date.parse(`${text}T00:00:00Z`) / DAY_MS)),
  };
}

function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? make(text);
    known.set(text, found);
    return found;
  };
}
