// Why: receipts are told again to whoever fills an empty store, and say where they were sold as they did at first. Lock: a moment, a
// column without a default. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a sale was made. */
export class KeepChannels1795000195000 implements MigrationInterface {
  name = 'KeepChannels1795000195000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table purchase add channel text');
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions read the column; they are applied anew at start.
    await runner.query('drop schema if exists books cascade; alter table purchase drop channel');
  }
}
