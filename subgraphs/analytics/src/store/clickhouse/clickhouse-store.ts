import { ClickHouseError, type ClickHouseClient, type ClickHouseSettings } from '@clickhouse/client';
import {
  QueryTooLong,
  QUERY_MS_MAX,
  type AnalyticsStore,
  type Row,
  type Statement,
  type StreamPosition,
} from '../analytics-store';
import { TABLES } from '../all-tables';
import { appendFacts } from './clickhouse-append';
import { rebuildFeatures, refreshFeatures } from './clickhouse-features';
import { alignSchema, POSITIONS_TABLE, TOUCHED_TABLE } from './clickhouse-schema';

const SETTINGS: ClickHouseSettings = {
  // Rows of one key are one row, merged already or not.
  final: 1,
  do_not_merge_across_partitions_select_final: 1,
  output_format_json_quote_64bit_integers: 1,
  max_execution_time: QUERY_MS_MAX / 1_000,
};

/** The store as a ClickHouse database. */
export async function openClickhouseStore(client: ClickHouseClient): Promise<AnalyticsStore> {
  await alignSchema(client);
  const query = (statement: Statement): Promise<Row[]> => ask(client, statement);
  return {
    kind: 'CLICKHOUSE',
    append: (facts, positions) => appendFacts(client, query, facts, positions),
    refreshFeatures: () => refreshFeatures(client, query),
    rebuildFeatures: () => rebuildFeatures(client, query),
    // The engine keeps its tables in order by itself.
    maintain: () => Promise.resolve(),
    work: () => null,
    // A part that is damaged is detached or fetched again by the engine.
    damaged: () => [],
    positions: async () => (await query({ sql: `SELECT * FROM ${POSITIONS_TABLE}`, parameters: {} })).map(positionOf),
    query,
    setAside: async (reason) => {
      const suffix = `${reason}_${new Date().toISOString().replaceAll(/\D/g, '')}`;
      // Positions first: after a crash in between what is told again is known, and nothing is missed.
      const names = [POSITIONS_TABLE, TOUCHED_TABLE, ...TABLES.map(({ name }) => name)];
      for (const name of names) await client.command({ query: `CREATE TABLE ${name}_${suffix} AS ${name}` });
      // Changed places, not made anew: at no moment is there a name without a table.
      for (const name of names) await client.command({ query: `EXCHANGE TABLES ${name} AND ${name}_${suffix}` });
      return `*_${suffix}`;
    },
    close: () => client.close(),
  };
}

async function ask(client: ClickHouseClient, { sql, parameters }: Statement): Promise<Row[]> {
  try {
    const answer = await client.query({
      query: sql,
      query_params: { ...parameters },
      format: 'JSONEachRow',
      clickhouse_settings: SETTINGS,
    });
    return await answer.json<Row>();
  } catch (error) {
    if (error instanceof ClickHouseError && error.type === 'TIMEOUT_EXCEEDED') throw new QueryTooLong();
    throw error;
  }
}

function positionOf(row: Row): StreamPosition {
  return {
    stream: String(row['stream']),
    streamCreatedAt: String(row['stream_created_at']),
    sequence: Number(row['sequence']),
    lastEventAt: row['last_event_ms'] === null ? null : new Date(Number(row['last_event_ms'])),
  };
}
