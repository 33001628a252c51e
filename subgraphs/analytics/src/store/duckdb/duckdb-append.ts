import { DuckDBTimestampValue, type DuckDBConnection } from '@duckdb/node-api';
import type { Facts, StreamPosition } from '../analytics-store';
import { MEMBER_PARTS, SNAPSHOTS } from '../all-tables';
import { DERIVED, derivation, WITH_GOODS } from '../derived-tables';
import { columnName, lines, members, points, receipts, type Table } from '../tables';
import { ask } from './duckdb-query';
import { stage, stageLines, stageReceipts } from './duckdb-rows';
import { inTransaction } from './duckdb-transaction';

/** Facts and positions in one transaction. */
export async function appendFacts(
  connection: DuckDBConnection,
  facts: Facts,
  positions: readonly StreamPosition[],
): Promise<void> {
  await inTransaction(connection, async () => {
    for (const [rows, table] of SNAPSHOTS) await mergeLatest(connection, table, facts[rows]);
    await mergeMembers(connection, facts);
    // A product may become known after it was sold.
    if (facts.products.length > 0)
      for (const { name } of WITH_GOODS) await fillGoods(connection, name, 'staged_products');
    await appendNew(connection, facts);
    for (const position of positions) await movePosition(connection, position);
  });
}

/** Receipts that are there already are left out, and so are their lines and points. */
async function appendNew(connection: DuckDBConnection, facts: Facts): Promise<void> {
  if (facts.receipts.length === 0 && facts.points.length === 0) return;
  await stageReceipts(connection, facts);
  await stage(connection, points, facts.points);
  await leaveOut(
    connection,
    points,
    'movement_id',
    await repeated(connection, points, 'movement_id', "receipt_id = ''"),
  );
  const known = await repeated(connection, receipts, 'receipt_id', 'true');
  for (const table of [receipts, points]) await leaveOut(connection, table, 'receipt_id', known);
  await stageLines(connection);
  if (facts.lines.some(({ categoryPath, brand }) => categoryPath === '' || brand === ''))
    await fillGoods(connection, 'staged_lines', 'products');
  await connection.run('INSERT INTO receipts SELECT * EXCLUDE (staged_no) FROM staged_receipts');
  for (const { name } of [lines, points]) await connection.run(`INSERT INTO ${name} FROM staged_${name}`);
  for (const table of DERIVED)
    await connection.run(`INSERT INTO ${table.name} ${derivation(table, `staged_${table.from.name}`)}`);
  await connection.run(`INSERT INTO touched_members SELECT DISTINCT member_id FROM staged_receipts WHERE identified`);
}

/**
 * Ids of staged rows that the table has already. A repetition has the day of the original: with the day in the join,
 * only the row groups of those days are read.
 */
async function repeated(connection: DuckDBConnection, { name }: Table, id: string, among: string): Promise<string[]> {
  const sql = `SELECT t.${id} AS id FROM ${name} AS t SEMI JOIN (FROM staged_${name} WHERE ${among}) AS s
    ON t.${id} = s.${id} AND t.business_day = s.business_day`;
  return (await ask(connection, { sql, parameters: {} })).map((row) => String(row['id']));
}

async function leaveOut(connection: DuckDBConnection, { name }: Table, id: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const sql = `DELETE FROM staged_${name} WHERE ${id} IN {ids:Array(String)}`;
  await ask(connection, { sql, parameters: { ids } });
}

/** With a member's snapshot comes all that belongs to it; who left loses what was made of their purchases. */
async function mergeMembers(connection: DuckDBConnection, facts: Facts): Promise<void> {
  if (facts.members.length === 0) return;
  await stage(connection, members, facts.members);
  await connection.run(`DELETE FROM staged_members AS s USING members AS m
    WHERE m.member_id = s.member_id AND m.revision >= s.revision`);
  for (const [rows, table] of MEMBER_PARTS) {
    await stage(connection, table, facts[rows]);
    await connection.run(`DELETE FROM ${table.name} WHERE member_id IN (SELECT member_id FROM staged_members)`);
    await connection.run(
      `INSERT INTO ${table.name} FROM staged_${table.name} SEMI JOIN staged_members USING (member_id)`,
    );
  }
  await mergeStaged(connection, members);
  await connection.run(`INSERT INTO touched_members SELECT member_id FROM staged_members WHERE status = 'CLOSED'`);
}

/** Keeps the highest revision of each. */
async function mergeLatest(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await stage(connection, table, rows);
  await mergeStaged(connection, table);
}

async function mergeStaged(connection: DuckDBConnection, table: Table): Promise<void> {
  const columns = Object.keys(table.columns);
  const key = table.key.map(columnName);
  const others = columns.map(columnName).filter((column) => !key.includes(column));
  await connection.run(`MERGE INTO ${table.name} USING staged_${table.name} AS s
    ON ${key.map((column) => `${table.name}.${column} = s.${column}`).join(' AND ')}
    WHEN MATCHED AND s.revision > ${table.name}.revision THEN UPDATE SET ${others.map((column) => `${column} = s.${column}`).join(', ')}
    WHEN NOT MATCHED THEN INSERT BY NAME`);
}

/** Gives rows that lack a category or a brand what the product says of them. */
export async function fillGoods(connection: DuckDBConnection, table: string, from: string): Promise<void> {
  const filled = ['category_path', 'brand'].map(
    (column) => `${column} = if(f.${column} = '', p.${column}, f.${column})`,
  );
  await connection.run(`UPDATE ${table} AS f SET ${filled.join(', ')} FROM ${from} AS p
    WHERE f.sku = p.sku AND ((f.category_path = '' AND p.category_path <> '') OR (f.brand = '' AND p.brand <> ''))`);
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
