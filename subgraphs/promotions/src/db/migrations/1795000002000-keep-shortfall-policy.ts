import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: what a return does about points that were spent already is the programme's to say. Lock: a moment on one row. Checked: by the
 * migrations test.
 */
export class KeepShortfallPolicy1795000002000 implements MigrationInterface {
  name = 'KeepShortfallPolicy1795000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create type shortfall_policy as enum ('NEGATIVE', 'RECOVER', 'WITHHOLD');
      alter table programme add shortfall_policy shortfall_policy not null default 'RECOVER';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table programme drop shortfall_policy; drop type shortfall_policy');
  }
}
