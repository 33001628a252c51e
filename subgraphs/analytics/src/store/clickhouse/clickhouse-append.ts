import type { ClickHouseClient } from '@clickhouse/client';
import type { Facts, Row, Statement, StreamPosition } from '../analytics-store';
import { memberLines, memberReceipts } from '../derived-tables';
import { columnName, lines, members, points, products, receipts, stores, type Table } from '../tables';
import { POSITIONS_TABLE } from './clickhouse-schema';
import { fillGoodsOf } from './fill-goods';
import { fillLines } from './fill-lines';
import { nextVersion } from './next-version';
import { sumUp } from './sum-up';

type Query = (statement: Statement) => Promise<Row[]>;

/**
 * Facts first, positions last: after a crash in between the batch comes again, and its rows replace themselves. Blocks
 * are small enough to be inserted whole or not at all. Sums are not added to but made anew of the days that the batch
 * touches, so that they too can be made twice.
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
  const filled = await fillLines(facts.lines, query);
  await insert(client, lines, filled);
  await insert(client, receipts, facts.receipts);
  await insert(client, points, facts.points);
  const isIdentified = ({ identified }: { readonly identified: boolean }): boolean => identified;
  await insert(client, memberReceipts, facts.receipts.filter(isIdentified));
  await insert(client, memberLines, filled.filter(isIdentified));
  await sumUp(client, [...new Set(facts.receipts.map(({ businessDay }) => businessDay))]);
  await fillGoodsOf(
    client,
    query,
    facts.products.map(({ sku }) => sku),
  );
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

function positionRow({ stream, streamCreatedAt, sequence, lastEventAt }: StreamPosition): object {
  return {
    stream,
    stream_created_at: streamCreatedAt,
    sequence,
    last_event_ms: lastEventAt?.getTime() ?? null,
    version: nextVersion(),
  };
}
