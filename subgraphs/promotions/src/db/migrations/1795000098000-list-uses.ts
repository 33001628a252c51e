import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the sales behind a promotion's figures, and those of its control group, are read page by page, the latest day first. Lock:
 * sales wait to be counted while the index is built, a second per million; tills do not. Checked by: db/migrations.int.test.ts.
 */
export class ListUses1795000098000 implements MigrationInterface {
  name = 'ListUses1795000098000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index promotion_use_of_group on promotion_use (promotion_id, held_out, day, receipt_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index promotion_use_of_group');
  }
}
