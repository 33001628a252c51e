// Why: what was owed at the end of each day of a year is a sum of a few thousand rows instead of every posting since the beginning.
// Lock: none, both tables are new; the job fills them from the beginning, and until then sums are as slow as before.
// Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Daily sums of postings, and how far they have got. */
export class KeepDailyMovements1795000006000 implements MigrationInterface {
  name = 'KeepDailyMovements1795000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create type movement_axis as enum ('OCCURRED', 'BOOKED');
      create table daily_movement (
        axis movement_axis not null,
        -- In the time zone of movement_horizon.
        day date not null,
        legal_entity text not null,
        source account_kind not null,
        destination account_kind not null,
        amount_minor bigint not null,
        -- The entries of the day are among these.
        first_seq bigint not null,
        last_seq bigint not null,
        primary key (axis, day, legal_entity, source, destination)
      );
      -- One row: everything that transactions up to this one booked is in daily_movement, and nothing else.
      create table movement_horizon (
        upto_xid bigint not null,
        time_zone text primary key
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table movement_horizon, daily_movement; drop type movement_axis');
  }
}
