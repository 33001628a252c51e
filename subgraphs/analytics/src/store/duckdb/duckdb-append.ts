import { DuckDBTimestampValue, type DuckDBConnection } from '@duckdb/node-api';
import type { Facts, StreamPosition } from '../analytics-store';
import { columnName, lines, members, points, products, receipts, stores, type Table } from '../tables';
import { stage } from './duckdb-staging';

/** Facts and positions in one transaction. */
export async function appendFacts(connection: DuckDBConnection, facts: Facts, positions: readonly StreamPosition[]): Promise<void> {
  await connection.run('BEGIN');
  try {
    await mergeLatest(connection, stores, facts.stores);
    await mergeLatest(connection, members, facts.members);
    if (await mergeLatest(connection, products, facts.products)) await fillLinesOfStagedProducts(connection);
    await appendReceipts(connection, facts);
    await appendPoints(connection, facts);
    for (const position of positions) await movePosition(connection, position);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Receipts that are in the store already are left out, and so are their lines. */
async function appendReceipts(connection: DuckDBConnection, facts: Facts): Promise<void> {
  if (facts.receipts.length === 0) return;
  await stage(connection, receipts, facts.receipts);
  await stage(connection, lines, facts.lines);
  await connection.run(`DELETE FROM staged_lines USING (${repeated(receipts, 'receipt_id')}) AS r WHERE staged_lines.receipt_id = r.receipt_id`);
  await connection.run(`DELETE FROM staged_receipts USING (${repeated(receipts, 'receipt_id')}) AS r WHERE staged_receipts.receipt_id = r.receipt_id`);
  await connection.run('INSERT INTO receipts BY NAME FROM staged_receipts');
  await connection.run(`INSERT INTO lines BY NAME
    SELECT l.* REPLACE (${filled('category_path')}, ${filled('brand')})
    FROM staged_lines AS l LEFT JOIN products AS p ON p.sku = l.sku`);
}

async function appendPoints(connection: DuckDBConnection, facts: Facts): Promise<void> {
  if (facts.points.length === 0) return;
  await stage(connection, points, facts.points);
  await connection.run(`INSERT INTO points BY NAME
    FROM staged_points AS s ANTI JOIN (${repeated(points, 'movement_id')}) AS r ON r.movement_id = s.movement_id`);
}

/**
 * Ids of staged rows that the table has already. A repetition has the day of the original: with the day in the join,
 * only the row groups of the staged days are read.
 */
function repeated(table: Table, id: string): string {
  return `SELECT t.${id} FROM ${table.name} AS t SEMI JOIN staged_${table.name} AS s ON t.${id} = s.${id} AND t.business_day = s.business_day`;
}

const filled = (column: string): string => `if(l.${column} = '', ifNull(p.${column}, ''), l.${column}) AS ${column}`;

/** Keeps the highest revision of each; false when there was nothing to keep. */
async function mergeLatest(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<boolean> {
  if (rows.length === 0) return false;
  await stage(connection, table, rows);
  const key = table.key.map(columnName);
  await connection.run(`MERGE INTO ${table.name} USING staged_${table.name} AS s
    ON ${key.map((column) => `${table.name}.${column} = s.${column}`).join(' AND ')}
    WHEN MATCHED AND s.revision > ${table.name}.revision THEN UPDATE SET ${assignments(table, key)}
    WHEN NOT MATCHED THEN INSERT BY NAME`);
  return true;
}

function assignments(table: Table, key: readonly string[]): string {
  const columns = Object.keys(table.columns).map(columnName);
  return columns.filter((column) => !key.includes(column)).map((column) => `${column} = s.${column}`).join(', ');
}

/** A product may become known after it was sold. */
async function fillLinesOfStagedProducts(connection: DuckDBConnection): Promise<void> {
  await connection.run(`UPDATE lines AS l SET ${['category_path', 'brand'].map((column) => `${column} = if(l.${column} = '', p.${column}, l.${column})`).join(', ')}
    FROM staged_products AS p
    WHERE l.sku = p.sku AND ((l.category_path = '' AND p.category_path <> '') OR (l.brand = '' AND p.brand <> ''))`);
}

async function movePosition(connection: DuckDBConnection, position: StreamPosition): Promise<void> {
  const at = position.lastEventAt && new DuckDBTimestampValue(BigInt(position.lastEventAt.getTime()) * 1_000n);
  await connection.run(
    `INSERT INTO stream_positions VALUES ($stream, $created, $sequence, $at)
     ON CONFLICT (stream) DO UPDATE SET stream_created_at = excluded.stream_created_at, sequence = excluded.sequence,
       last_event_at = coalesce(excluded.last_event_at, stream_positions.last_event_at)`,
    { stream: position.stream, created: position.streamCreatedAt, sequence: position.sequence, at },
  );
}
