import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: what has ended is put away, so that lists show what matters. Lock: a column without values, at once. Checked: the migrations
 * test compares tables with entities.
 */
export class ArchivePromotions1795000051100 implements MigrationInterface {
  name = 'ArchivePromotions1795000051100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table promotion add column archived_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table promotion drop column archived_at');
  }
}
