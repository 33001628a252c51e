import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the day's bounds and the cell of each member, so that moves between cells are told in the transaction that books them.
 * Lock: none, the tables are new. Checked by migrations.int.test.ts.
 */
export class KeepRfmMembers1795000111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rfm_bounds (
        grid_id text primary key,
        version integer not null,
        day date not null,
        window_days integer not null,
        bounds jsonb not null,
        members integer not null
      );
      create table rfm_member (
        grid_id text not null,
        member_id uuid not null,
        cell text not null,
        since timestamptz not null,
        primary key (grid_id, member_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rfm_member, rfm_bounds');
  }
}
