import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: values such as "married" are words of files; people choose and read them in their own language.
 * Lock: a small table, for a moment. Checked by: migrations.int.test.ts.
 */
export class NameAttributeValues1795000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table declared_attribute add column "values" jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table declared_attribute drop column "values"');
  }
}
