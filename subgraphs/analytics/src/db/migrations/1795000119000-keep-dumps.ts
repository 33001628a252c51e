import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: dumps for BI that were asked for, and what each file was written of, so that only months that changed are written again.
 * Lock: none, the tables are new. Checked by migrations.int.test.ts.
 */
export class KeepDumps1795000119000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dump (
        id text primary key,
        asked_by text,
        asked_at timestamptz not null,
        finished_at timestamptz,
        files integer not null default 0,
        rows bigint not null default 0,
        fault text
      );
      create table dump_file (
        view text not null,
        month text not null,
        rows bigint not null,
        written_at timestamptz not null,
        primary key (view, month)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dump_file, dump');
  }
}
