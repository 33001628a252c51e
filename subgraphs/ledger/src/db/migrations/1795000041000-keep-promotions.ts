// Why: a receipt says which version of each promotion priced it, and which it was held out of. Lock: a moment, a column without a
// default. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The promotions of a sale, by version. */
export class KeepPromotions1795000041000 implements MigrationInterface {
  name = 'KeepPromotions1795000041000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table purchase add promotions jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions read the column; they are applied anew at start.
    await runner.query('drop schema if exists books cascade; alter table purchase drop promotions');
  }
}
