import { createEventTables, dropEventTables } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: rebuilds are asked for once by id and survive a restart; the event tables are the frame's.
 * Lock: none, the tables are new. Checked by migrations.int.test.ts.
 */
export class CreateRebuilds1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createEventTables);
    await runner.query(`
      create table rebuild (
        id text primary key,
        targets jsonb not null,
        asked_by text not null,
        asked_at timestamptz not null,
        emptied_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rebuild');
    await runner.query(dropEventTables);
  }
}
