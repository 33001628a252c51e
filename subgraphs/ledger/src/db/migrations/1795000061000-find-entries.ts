// Why: a sum of the trial balance leads to its entries, and an entry to its adjustment, without reading the journal. Lock: writes to
// posting wait while its index is built, about five seconds a million rows. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of the way from an account to what moved it. */
export class FindEntries1795000061000 implements MigrationInterface {
  name = 'FindEntries1795000061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index posting_account on posting (legal_entity, source, destination, entry_seq);
      create index adjustment_step_entry on adjustment_step (entry_seq) where entry_seq is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index posting_account, adjustment_step_entry');
  }
}
