import type { ClickHouseClient } from '@clickhouse/client';
import type { Facts, Row, Statement, StreamPosition } from '../analytics-store';
import { fillLines } from '../fill-lines';
import { columnName, lines, members, points, products, receipts, stores, type ProductRow, type Table } from '../tables';
import { POSITIONS_TABLE } from './clickhouse-schema';

type Query = (statement: Statement) => Promise<Row[]>;

/**
 * Facts first, positions last: after a crash in between the batch comes again, and its rows replace themselves. Blocks
 * are small enough to be inserted whole or not at all.
 */
export async function appendFacts(
  client: ClickHouseClient,
  query: Query,
  facts: Facts,
  positions: readonly StreamPosition[],
): Promise<void> {
  await insert(client, stores, facts.stores);
  await insert(client, members, facts.members);
  await insert(client, products, facts.products);
  await insert(client, lines, await fillLines(facts.lines, query));
  await insert(client, receipts, facts.receipts);
  await insert(client, points, facts.points);
  await fillLinesOf(client, facts.products);
  if (positions.length > 0)
    await client.insert({ table: POSITIONS_TABLE, values: positions.map(positionRow), format: 'JSONEachRow' });
}

async function insert(client: ClickHouseClient, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(table.columns).map((field) => [field, columnName(field)] as const);
  const values = (rows as readonly Record<string, unknown>[]).map((row) =>
    Object.fromEntries(columns.map(([field, name]) => [name, wire(row[field])])),
  );
  await client.insert({ table: table.name, values, format: 'JSONEachRow' });
}

const wire = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/** A product may become known after it was sold: its lines are written again, in place of themselves. */
async function fillLinesOf(client: ClickHouseClient, arrived: readonly ProductRow[]): Promise<void> {
  if (arrived.length === 0) return;
  const columns = Object.keys(lines.columns).map(columnName);
  const filled = columns.map((column) =>
    column === 'category_path' || column === 'brand' ? `if(l.${column} = '', p.${column}, l.${column})` : `l.${column}`,
  );
  await client.command({
    query: `INSERT INTO lines (${columns.join(', ')})
      SELECT ${filled.join(', ')} FROM lines AS l INNER JOIN products AS p ON p.sku = l.sku
      WHERE l.sku IN {skus:Array(String)} AND ((l.category_path = '' AND p.category_path != '') OR (l.brand = '' AND p.brand != ''))`,
    query_params: { skus: arrived.map(({ sku }) => sku) },
    clickhouse_settings: { final: 1 },
  });
}

/** Grows even while the clock stands: the row written last wins. */
let lastVersion = 0;

function positionRow({ stream, streamCreatedAt, sequence, lastEventAt }: StreamPosition): object {
  lastVersion = Math.max(lastVersion + 1, Date.now());
  return {
    stream,
    stream_created_at: streamCreatedAt,
    sequence,
    last_event_ms: lastEventAt?.getTime() ?? null,
    version: lastVersion,
  };
}
