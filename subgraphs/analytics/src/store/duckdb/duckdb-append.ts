import { DuckDBTimestampValue, type DuckDBConnection } from '@duckdb/node-api';
import type { Facts, StreamPosition } from '../analytics-store';
import { fillLines } from '../fill-lines';
import { columnName, lines, members, points, products, receipts, stores, type Table } from '../tables';
import { ask } from './duckdb-query';
import { appendRows, stage } from './duckdb-rows';

/** Facts and positions in one transaction. */
export async function appendFacts(
  connection: DuckDBConnection,
  facts: Facts,
  positions: readonly StreamPosition[],
): Promise<void> {
  await connection.run('BEGIN');
  try {
    await mergeLatest(connection, stores, facts.stores);
    await mergeLatest(connection, members, facts.members);
    await mergeLatest(connection, products, facts.products);
    if (facts.products.length > 0) await fillLinesOfStagedProducts(connection);
    await appendNew(connection, facts);
    for (const position of positions) await movePosition(connection, position);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Receipts that are there already are left out, and so are their lines and points. */
async function appendNew(connection: DuckDBConnection, facts: Facts): Promise<void> {
  const known = await repeated(connection, receipts, 'receiptId', facts.receipts);
  const others = facts.points.filter(({ receiptId }) => receiptId === '');
  const knownMovements = await repeated(connection, points, 'movementId', others);
  const isNew = ({ receiptId }: { readonly receiptId: string }): boolean => !known.has(receiptId);
  const freshLines = await fillLines(facts.lines.filter(isNew), (statement) => ask(connection, statement));
  await appendRows(connection, receipts, facts.receipts.filter(isNew));
  await appendRows(connection, lines, freshLines);
  await appendRows(
    connection,
    points,
    facts.points.filter((movement) => isNew(movement) && !knownMovements.has(movement.movementId)),
  );
}

/**
 * Ids of rows that the table has already. A repetition has the day of the original: with the day in the join, only the
 * row groups of those days are read.
 */
async function repeated(
  connection: DuckDBConnection,
  table: Table,
  id: string,
  rows: readonly object[],
): Promise<ReadonlySet<unknown>> {
  if (rows.length === 0) return new Set();
  await stage(connection, table, ['businessDay', id], rows);
  const column = columnName(id);
  const sql = `SELECT t.${column} AS id FROM ${table.name} AS t
    SEMI JOIN staged_${table.name} AS s ON t.${column} = s.${column} AND t.business_day = s.business_day`;
  return new Set((await ask(connection, { sql, parameters: {} })).map((row) => row['id']));
}

/** Keeps the highest revision of each. */
async function mergeLatest(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(table.columns);
  await stage(connection, table, columns, rows);
  const key = table.key.map(columnName);
  const others = columns.map(columnName).filter((column) => !key.includes(column));
  await connection.run(`MERGE INTO ${table.name} USING staged_${table.name} AS s
    ON ${key.map((column) => `${table.name}.${column} = s.${column}`).join(' AND ')}
    WHEN MATCHED AND s.revision > ${table.name}.revision THEN UPDATE SET ${others.map((column) => `${column} = s.${column}`).join(', ')}
    WHEN NOT MATCHED THEN INSERT BY NAME`);
}

/** A product may become known after it was sold. */
async function fillLinesOfStagedProducts(connection: DuckDBConnection): Promise<void> {
  const filled = ['category_path', 'brand'].map(
    (column) => `${column} = if(l.${column} = '', p.${column}, l.${column})`,
  );
  await connection.run(`UPDATE lines AS l SET ${filled.join(', ')} FROM staged_products AS p
    WHERE l.sku = p.sku AND ((l.category_path = '' AND p.category_path <> '') OR (l.brand = '' AND p.brand <> ''))`);
}

async function movePosition(connection: DuckDBConnection, position: StreamPosition): Promise<void> {
  const at = position.lastEventAt && new DuckDBTimestampValue(BigInt(position.lastEventAt.getTime()) * 1_000n);
  const values = { stream: position.stream, created: position.streamCreatedAt, sequence: position.sequence, at };
  const moved = await connection.run(
    'UPDATE stream_positions SET stream_created_at = $created, sequence = $sequence, last_event_at = $at WHERE stream = $stream',
    values,
  );
  if (moved.rowsChanged === 0)
    await connection.run('INSERT INTO stream_positions VALUES ($stream, $created, $sequence, $at)', values);
}
