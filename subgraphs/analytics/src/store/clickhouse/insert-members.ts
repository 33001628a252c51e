import type { ClickHouseClient } from '@clickhouse/client';
import { MEMBER_PARTS } from '../all-tables';
import type { Facts, Row, Statement } from '../analytics-store';
import { columnName, members, type Table } from '../tables';
import { insertRows } from './insert-rows';

type Query = (statement: Statement) => Promise<Row[]>;
/** A row of what belongs to a member. */
type Part = Readonly<Record<string, unknown>> & { readonly memberId: string };

/** Members, and what belongs to them in place of what belonged to them before. News older than what is known are passed over. */
export async function insertMembers(client: ClickHouseClient, query: Query, facts: Facts): Promise<void> {
  if (facts.members.length === 0) return;
  const memberIds = facts.members.map(({ memberId }) => memberId);
  const known = await query({
    sql: 'SELECT member_id, revision FROM members WHERE member_id IN {memberIds:Array(UUID)}',
    parameters: { memberIds },
  });
  const knownRevisions = new Map(known.map((row) => [String(row['member_id']), Number(row['revision'])]));
  const revisions = new Map(
    facts.members
      .filter(({ memberId, revision }) => revision >= (knownRevisions.get(memberId) ?? revision))
      .map(({ memberId, revision }) => [memberId, revision]),
  );
  for (const [rows, table] of MEMBER_PARTS) {
    const fresh = (facts[rows] as readonly unknown[] as readonly Part[]).filter(({ memberId }) =>
      revisions.has(memberId),
    );
    await insertRows(client, table, await goneParts(query, table, fresh, revisions), { is_deleted: 1 });
    await insertRows(client, table, fresh);
  }
  await insertRows(client, members, facts.members);
}

/** What is there and no longer belongs to its member, as of the revision that left it out. */
async function goneParts(
  query: Query,
  table: Table,
  fresh: readonly Part[],
  revisions: ReadonlyMap<string, number>,
): Promise<object[]> {
  const keyOf = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(table.key.map((field) => row[field]));
  const kept = new Set(fresh.map(keyOf));
  const found = await query({
    sql: `SELECT * FROM ${table.name} WHERE member_id IN {memberIds:Array(UUID)}`,
    parameters: { memberIds: [...revisions.keys()] },
  });
  return found
    .map((row) => Object.fromEntries(Object.keys(table.columns).map((field) => [field, row[columnName(field)]])))
    .filter((row) => !kept.has(keyOf(row)))
    .map((row) => ({ ...row, revision: revisions.get(String(row['memberId'])) }));
}
