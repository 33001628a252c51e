import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a month is written anew when its facts are of others, for of who left nothing stays in a file. Files of before are all written
 * once more. Lock: a moment, a column with a constant default. Checked by migrations.int.test.ts.
 */
export class KnowOwnersOfDumps1795401060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table dump_file add owners text not null default ''");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table dump_file drop owners');
  }
}
