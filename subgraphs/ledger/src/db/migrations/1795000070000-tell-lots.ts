// Why: segments and reports ask what is left of lots and when they can be spent; a job tells lots that changed, behind the tills.
// Lock: none, both tables are new; the job tells every lot once, from the beginning.
// Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far lots have been told, and those that changed without an entry. */
export class TellLots1795000070000 implements MigrationInterface {
  name = 'TellLots1795000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row: lots are told as of transactions up to this one, or later.
      create table told_lots (upto_xid bigint primary key);
      insert into told_lots values (-9223372036854775808);
      -- Lots that were given more time, until they are told.
      create table untold_lot (lot_id uuid primary key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table told_lots, untold_lot');
  }
}
