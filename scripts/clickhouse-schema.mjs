// node scripts/clickhouse-schema.mjs: writes the tables of analytics on a ClickHouse cluster to k8s/clickhouse. Needs built packages.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replicatedSchema, shardedSchema } from '../subgraphs/analytics/dist/store/clickhouse/cluster-schema.js';

const folder = join(import.meta.dirname, '../k8s/clickhouse');
for (const [file, schema] of [
  ['replicated.sql', replicatedSchema()],
  ['sharded.sql', shardedSchema()],
])
  writeFileSync(join(folder, file), schema);
