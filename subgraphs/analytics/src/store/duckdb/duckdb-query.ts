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
  const given = (name: string): ParameterValue => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`The question has no value for ${name}`);
    return value;
  };
  const bind = (name: string, value = given(name)): string => {
    [values[name], types[name]] = bound(value);
    return `$${name}`;
  };
  const text = sql
    .replaceAll(AMONG_IDS, (_, name: string) => amongIds(name, given(name), bind))
    .replaceAll(PLACEHOLDER, (_, name: string) => bind(name));
  const result = await connection.runAndReadAll(text, values, types);
  return result.getRowObjectsJson() as Row[];
}

const PLACEHOLDER = /\{(\w+):[\w()]+\}/g;
const AMONG_IDS = /\bIN \{(\w+):Array\(UUID\)\}/g;
/** So many ids are written one by one. */
const FEW = 100;

/** Row groups are left out by ids written one by one and by what is joined, but not by the elements of a list. */
function amongIds(name: string, value: ParameterValue, bind: (name: string, value: ParameterValue) => string): string {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [];
  if (ids.length === 0 || ids.length > FEW) return `IN (SELECT unnest(CAST(${bind(name, ids)} AS UUID[])))`;
  return `IN (${ids.map((id, place) => `CAST(${bind(`${name}_${place}`, id)} AS UUID)`).join(', ')})`;
}

function bound(value: ParameterValue): [DuckDBValue, DuckDBType] {
  if (typeof value === 'string') return [value, VARCHAR];
  return typeof value === 'number' ? [BigInt(value), BIGINT] : [listValue([...value]), LIST(VARCHAR)];
}
