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
  const result = await connection.runAndReadAll(sql.replaceAll(PLACEHOLDER, placeholder), values, types);
  return result.getRowObjectsJson() as Row[];
}

const PLACEHOLDER = /\{(\w+):([\w()]+)\}/g;

/** A list of texts is compared with ids only when it is made one of ids. */
const placeholder = (_: string, name: string, type: string): string =>
  type === 'Array(UUID)' ? `CAST($${name} AS UUID[])` : `$${name}`;

function bound(value: ParameterValue): [DuckDBValue, DuckDBType] {
  if (typeof value === 'string') return [value, VARCHAR];
  return typeof value === 'number' ? [BigInt(value), BIGINT] : [listValue([...value]), LIST(VARCHAR)];
}
