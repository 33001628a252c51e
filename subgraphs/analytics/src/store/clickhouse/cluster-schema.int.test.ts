import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { freshFolder } from '../../../test/harness';
import { ENGINE_TABLES } from './clickhouse-schema';
import { replicatedSchema, shardedSchema } from './cluster-schema';

const scripts = [
  ['replicated.sql', replicatedSchema()],
  ['sharded.sql', shardedSchema()],
] as const;
const statementsOf = (script: string): string[] =>
  script
    .replace(/^--.*$/m, '')
    .split(';\n')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

describe.each(scripts)('k8s/clickhouse/%s', (file, script) => {
  it('is what the store declares: node scripts/clickhouse-schema.mjs writes it anew', () => {
    expect(readFileSync(join(__dirname, '../../../../../k8s/clickhouse', file), 'utf8')).toBe(script);
  });

  it('has every table under the name that is asked for, with every column', () => {
    const statements = statementsOf(script);
    for (const { name, columns } of ENGINE_TABLES) {
      expect(
        statements.filter((statement) => statement.startsWith(`CREATE TABLE IF NOT EXISTS ${name} `)),
      ).toHaveLength(1);
      const kept = statements.find((statement) =>
        new RegExp(`EXISTS ${name}(_local)? ON CLUSTER '{cluster}' \\(`).test(statement),
      );
      expect(columns.filter((column) => !kept?.includes(`\n  ${column}`))).toEqual([]);
    }
  });

  it('is read by the engine', async () => {
    const folder = freshFolder();
    const client = createClient({ connection: createChdbConnection({ path: folder.path }) as never });
    for (const statement of statementsOf(script))
      await expect(
        client.query({ query: `EXPLAIN AST ${statement}` }).then((answer) => answer.text()),
      ).resolves.toMatch(/CreateQuery/);
    await client.close();
    folder.remove();
  });
});
