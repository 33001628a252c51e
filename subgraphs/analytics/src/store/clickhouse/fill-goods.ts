import type { ClickHouseClient } from '@clickhouse/client';
import type { Row, Statement } from '../analytics-store';
import { memberLines, salesBySku } from '../derived-tables';
import { columnName, lines, type Table } from '../tables';
import { nextVersion } from './next-version';
import { sumUp } from './sum-up';

const LACKING = `f.sku IN {skus:Array(String)}
  AND ((f.category_path = '' AND p.category_path != '') OR (f.brand = '' AND p.brand != ''))`;

/**
 * A product may become known after it was sold: its lines are written again, in place of themselves, and its sums
 * leave the key that knew less. What lacks goods is looked for in the sums, which change last: a crash in between
 * leaves them to be found again.
 */
export async function fillGoodsOf(
  client: ClickHouseClient,
  query: (statement: Statement) => Promise<Row[]>,
  skus: readonly string[],
): Promise<void> {
  if (skus.length === 0) return;
  const sql = `SELECT DISTINCT f.business_day AS day, f.sku AS sku
    FROM ${salesBySku.name} AS f INNER JOIN products AS p ON p.sku = f.sku WHERE ${LACKING}`;
  const lacking = await query({ sql, parameters: { skus } });
  if (lacking.length === 0) return;
  const parameters = {
    skus: [...new Set(lacking.map((row) => String(row['sku'])))],
    days: [...new Set(lacking.map((row) => String(row['day'])))],
    version: nextVersion(),
  };
  for (const table of [lines, memberLines]) await fillTable(client, table, parameters.skus);
  await sumUp(client, parameters.days);
  await client.command({
    query: `DELETE FROM ${salesBySku.name}
      WHERE sku IN {skus:Array(String)} AND business_day IN {days:Array(Date)} AND version < {version:UInt64}`,
    query_params: parameters,
  });
}

async function fillTable(client: ClickHouseClient, table: Table, skus: readonly string[]): Promise<void> {
  const columns = Object.keys(table.columns).map(columnName);
  const filled = columns.map((column) =>
    column === 'category_path' || column === 'brand' ? `if(f.${column} = '', p.${column}, f.${column})` : `f.${column}`,
  );
  await client.command({
    query: `INSERT INTO ${table.name} (${columns.join(', ')})
      SELECT ${filled.join(', ')} FROM ${table.name} AS f INNER JOIN products AS p ON p.sku = f.sku WHERE ${LACKING}`,
    query_params: { skus },
    clickhouse_settings: { final: 1 },
  });
}
