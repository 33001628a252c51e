// Why: one receipt among millions is found by its amount, and returns that name no sale without reading the sales. Lock: writes
// to purchase wait while they are built, about ten seconds a million receipts. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the receipt search. */
export class FindReceipts1795000005000 implements MigrationInterface {
  name = 'FindReceipts1795000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index purchase_amount on purchase (payable_minor, occurred_at);
      create index purchase_unlinked_return on purchase (occurred_at, id) where kind = 'RETURN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index purchase_amount, purchase_unlinked_return');
  }
}
