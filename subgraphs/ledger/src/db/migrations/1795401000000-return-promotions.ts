// Why: points that returns take back are told by promotion, and what is left of each is what earlier returns did not take.
// Lock: a moment, a column without a default. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose points a return takes back. */
export class ReturnPromotions1795401000000 implements MigrationInterface {
  name = 'ReturnPromotions1795401000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table purchase_return add promotions jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions read the column; they are applied anew at start.
    await runner.query('drop schema if exists books cascade; alter table purchase_return drop promotions');
  }
}
