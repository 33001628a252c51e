import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: where RFM grids are cut is a decision of the chain, and an old answer must be explained by the cuts of its time.
 * Lock: none, the table is new. Checked by migrations.int.test.ts.
 */
export class KeepRfmVersions1795000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rfm_version (
        grid_id text not null,
        version integer not null,
        window_days integer not null,
        cuts jsonb not null,
        saved_by text not null,
        saved_at timestamptz not null,
        primary key (grid_id, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rfm_version');
  }
}
