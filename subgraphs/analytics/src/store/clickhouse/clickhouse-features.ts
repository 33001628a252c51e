import type { ClickHouseClient } from '@clickhouse/client';
import type { ParameterValue, Row, Statement } from '../analytics-store';
import { memberReceipts } from '../derived-tables';
import { featuresOf, memberFeatures } from '../member-features';
import { undoneSales } from '../standing-sales';
import { columnName } from '../tables';
import { TOUCHED_TABLE } from './clickhouse-schema';

type Query = (statement: Statement) => Promise<Row[]>;

/** Another replica may write an earlier version a little later. */
const OVERLAP_MS = 2_000;

/**
 * Makes features anew of the members touched since they were made last: they carry the version of the touch that they
 * were made after.
 */
export async function refreshFeatures(client: ClickHouseClient, query: Query): Promise<string[]> {
  const [at] = await query({
    sql: `SELECT max(version) AS upto, (SELECT max(version) FROM ${memberFeatures.name}) AS made FROM ${TOUCHED_TABLE}`,
    parameters: {},
  });
  const [upto, made] = [Number(at?.['upto'] ?? 0), Number(at?.['made'] ?? 0)];
  if (upto === made) return [];
  const touched = `SELECT member_id FROM ${TOUCHED_TABLE} WHERE version > {after:Int64} AND version <= {upto:Int64}`;
  const parameters = { after: made - OVERLAP_MS, upto };
  await makeFeatures(client, `f.member_id IN (${touched})`, upto, parameters);
  const rows = await query({ sql: `SELECT DISTINCT member_id FROM (${touched})`, parameters });
  return rows.map((row) => String(row['member_id']));
}

/** Makes the features of all members anew. */
export async function rebuildFeatures(client: ClickHouseClient, query: Query): Promise<void> {
  const [at] = await query({ sql: `SELECT max(version) AS upto FROM ${TOUCHED_TABLE}`, parameters: {} });
  await makeFeatures(client, 'true', Number(at?.['upto'] ?? 0), {});
}

async function makeFeatures(
  client: ClickHouseClient,
  scope: string,
  version: number,
  parameters: Readonly<Record<string, ParameterValue>>,
): Promise<void> {
  const settings = { query_params: parameters, clickhouse_settings: { final: 1 } } as const;
  const marked = Object.keys(memberReceipts.columns).map(columnName);
  await client.command({
    query: `INSERT INTO ${memberReceipts.name} (${marked.join(', ')})
      SELECT ${marked.map((column) => (column === 'stands' ? 'false' : `f.${column}`)).join(', ')} FROM ${memberReceipts.name} AS f
      WHERE (f.member_id, f.receipt_id) IN (${undoneSales(scope)})`,
    ...settings,
  });
  const columns = Object.keys(memberFeatures.columns).map(columnName);
  await client.command({
    query: `INSERT INTO ${memberFeatures.name} (${[...columns, 'version', 'is_deleted'].join(', ')})
      SELECT ${columns.join(', ')}, {version:UInt64},
        purchases = 0 OR member_id IN (SELECT member_id FROM members WHERE status = 'CLOSED')
      FROM (${featuresOf(scope)})`,
    ...settings,
    query_params: { ...parameters, version },
  });
}
