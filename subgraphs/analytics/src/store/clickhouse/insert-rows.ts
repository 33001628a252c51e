import type { ClickHouseClient } from '@clickhouse/client';
import { columnName, type Table } from '../tables';

/** Rows of a table, with what else only this engine keeps of them. */
export async function insertRows(
  client: ClickHouseClient,
  table: Table,
  rows: readonly object[],
  own: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(table.columns).map((field) => [field, columnName(field)] as const);
  const values = (rows as readonly Record<string, unknown>[]).map((row) => ({
    ...Object.fromEntries(columns.map(([field, name]) => [name, wire(row[field])])),
    ...own,
  }));
  await client.insert({ table: table.name, values, format: 'JSONEachRow' });
}

const wire = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);
