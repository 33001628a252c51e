// Why: a page of a million limits, the fullest first, is read from an index. The percent is a column of its own because an index on what
// tills change with every sale would make each of those changes dearer. Lock: limit_counter exclusively while it is rewritten and
// indexed, about six seconds a million rows. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of limits. */
export class OrderLimits1795000062000 implements MigrationInterface {
  name = 'OrderLimits1795000062000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table limit_counter add column share_percent smallint
        generated always as (case when max = 0 then 100 else least(used * 100 / max, 32767) end) stored;
      create index limit_counter_lasting on limit_counter (share_percent desc, key) where shard = 0 and period_ends_at is null;
      create index limit_counter_period on limit_counter (period_ends_at, share_percent desc, key) where shard = 0 and period_ends_at is not null;
      create index limit_counter_sharded on limit_counter (key) where shard = 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema if exists books cascade; alter table limit_counter drop column share_percent');
  }
}
