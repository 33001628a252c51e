// Why: the few exhausted limits among a million are read without passing the others. Lock: writes to limit_counter wait while the index
// is built, less than a second a million rows. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of exhausted limits. */
export class FindLimits1795000063000 implements MigrationInterface {
  name = 'FindLimits1795000063000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index limit_counter_exhausted on limit_counter (share_percent desc, key) where shard = 0 and exhausted;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index limit_counter_exhausted');
  }
}
