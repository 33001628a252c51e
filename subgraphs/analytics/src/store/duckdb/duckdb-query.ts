import {
  BIGINT,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { ParameterValue, Row, Statement } from '../analytics-store';

/** Puts a question to a connection. */
export async function ask(connection: DuckDBConnection, { sql, parameters }: Statement): Promise<Row[]> {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType> = {};
  for (const [name, value] of Object.entries(parameters)) [values[name], types[name]] = bound(value);
  const result = await connection.runAndReadAll(sql.replaceAll(/\{(\w+):[\w()]+\}/g, '$$$1'), values, types);
  return result.getRowObjectsJson() as Row[];
}

function bound(value: ParameterValue): [DuckDBValue, DuckDBType] {
  if (typeof value === 'string') return [value, VARCHAR];
  return typeof value === 'number' ? [BigInt(value), BIGINT] : [listValue([...value]), LIST(VARCHAR)];
}
