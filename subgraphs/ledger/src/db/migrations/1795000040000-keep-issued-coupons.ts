// Why: a sale answers with the coupons it issued, on every retry, and a return takes them back.
// Lock: none that matters, a column without a default.
// Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coupons that a sale issued. */
export class KeepIssuedCoupons1795000040000 implements MigrationInterface {
  name = 'KeepIssuedCoupons1795000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table purchase add column coupons_issued jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table purchase drop column coupons_issued');
  }
}
