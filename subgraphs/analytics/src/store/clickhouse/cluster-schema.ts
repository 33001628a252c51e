import { ENGINE_TABLES, type EngineTable } from './clickhouse-schema';

/** Joined to everything, and few rows: a copy on every node. */
const EVERYWHERE = ['stores', 'products', 'holidays', 'coupon_pools', 'stream_positions'];
const BY_MEMBER = 'cityHash64(member_id)';
/** Where a row lives. A member's rows live together; an anonymous receipt lives with its lines. */
const SHARDED: Readonly<Record<string, string>> = {
  receipts: `if(identified, ${BY_MEMBER}, cityHash64(receipt_id))`,
  lines: `if(identified, ${BY_MEMBER}, cityHash64(receipt_id))`,
  sales_by_hour: 'cityHash64(store_id)',
  sales_by_sku: 'cityHash64(store_id)',
  sales_by_promotion: 'cityHash64(store_id)',
};

const CLUSTER = "ON CLUSTER '{cluster}'";

/** The tables on one shard of several replicas: what the service itself asks for, under the same names. */
export const replicatedSchema = (): string => script(ENGINE_TABLES.map((table) => createReplicated(table, table.name)));

/** The tables on several shards: those of a node, and over them, under the names that are asked for, those of the cluster. */
export const shardedSchema = (): string =>
  script(
    ENGINE_TABLES.flatMap((table) => {
      if (EVERYWHERE.includes(table.name)) return createReplicated(table, table.name, 'all');
      const key = SHARDED[table.name] ?? BY_MEMBER;
      return [
        createReplicated(table, `${table.name}_local`),
        `CREATE TABLE IF NOT EXISTS ${table.name} ${CLUSTER} AS ${table.name}_local
  ENGINE = Distributed('{cluster}', currentDatabase(), ${table.name}_local, ${key})`,
      ];
    }),
  );

/** `ReplacingMergeTree(version)` → `ReplicatedReplacingMergeTree('/…', '…', version)`. */
function createReplicated({ columns, engine, order }: EngineTable, name: string, shard = '{shard}'): string {
  const [, kind = '', settings = ''] = /^(\w+?)(?:\((.*)\))?$/.exec(engine) ?? [];
  const replica = shard === 'all' ? '{shard}-{replica}' : '{replica}';
  const places = [`'/clickhouse/tables/{uuid}/${shard}'`, `'${replica}'`, ...(settings ? [settings] : [])];
  return `CREATE TABLE IF NOT EXISTS ${name} ${CLUSTER} (
${columns.map((column) => `  ${column}`).join(',\n')}
) ENGINE = Replicated${kind}(${places.join(', ')})
${order}`;
}

const script = (statements: readonly string[]): string =>
  `-- Made by \`node scripts/clickhouse-schema.mjs\`: see docs/operations/clickhouse.md.\n\n${statements.join(';\n\n')};\n`;
