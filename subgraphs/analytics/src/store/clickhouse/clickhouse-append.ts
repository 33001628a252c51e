import type { ClickHouseClient } from '@clickhouse/client';
import type { Facts, Row, Statement, StreamPosition } from '../analytics-store';
import { SNAPSHOTS } from '../all-tables';
import { memberLines, memberReceipts } from '../derived-tables';
import { lines, points, receipts } from '../tables';
import { POSITIONS_TABLE, TOUCHED_TABLE } from './clickhouse-schema';
import { fillGoodsOf } from './fill-goods';
import { fillLines } from './fill-lines';
import { insertMembers } from './insert-members';
import { insertRows } from './insert-rows';
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
  for (const [rows, table] of SNAPSHOTS) await insertRows(client, table, facts[rows]);
  await insertMembers(client, query, facts);
  const filled = await fillLines(facts.lines, query);
  await insertRows(client, lines, filled);
  await insertRows(client, receipts, facts.receipts);
  await insertRows(client, points, facts.points);
  const isIdentified = ({ identified }: { readonly identified: boolean }): boolean => identified;
  const ofMembers = facts.receipts.filter(isIdentified);
  // Who is touched is judged anew, so a batch that comes again marks nothing for long.
  await insertRows(
    client,
    memberReceipts,
    ofMembers.map((receipt) => ({ ...receipt, stands: receipt.kind === 'SALE' })),
  );
  await insertRows(client, memberLines, filled.filter(isIdentified));
  await sumUp(client, [...new Set(facts.receipts.map(({ businessDay }) => businessDay))]);
  await fillGoodsOf(
    client,
    query,
    facts.products.map(({ sku }) => sku),
  );
  const touched = touchedBy(facts);
  if (touched.length > 0) {
    const version = nextVersion();
    const values = touched.map((memberId) => ({ member_id: memberId, version }));
    await client.insert({ table: TOUCHED_TABLE, values, format: 'JSONEachRow' });
  }
  if (positions.length > 0)
    await client.insert({ table: POSITIONS_TABLE, values: positions.map(positionRow), format: 'JSONEachRow' });
}

/** Whose features the batch changes: who bought or brought back, and who left. */
function touchedBy({ receipts: booked, members: told }: Facts): string[] {
  const bought = booked.filter(({ identified }) => identified).map(({ memberId }) => memberId);
  const left = told.filter(({ status }) => status === 'CLOSED').map(({ memberId }) => memberId);
  return [...new Set([...bought, ...left])];
}

function positionRow({ stream, streamCreatedAt, sequence, lastEventAt }: StreamPosition): object {
  return {
    stream,
    stream_created_at: streamCreatedAt,
    sequence,
    last_event_ms: lastEventAt?.getTime() ?? null,
    version: nextVersion(),
  };
}
