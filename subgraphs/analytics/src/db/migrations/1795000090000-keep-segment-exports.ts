import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: who took the members of a segment out is written down, and stays when the segment goes.
 * Lock: none, the table is new. Checked by migrations.int.test.ts.
 */
export class KeepSegmentExports1795000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table segment_export (
        id uuid primary key,
        segment_id uuid not null,
        segment_name text not null,
        columns text[] not null,
        members integer not null,
        author_id text not null,
        author_name text not null,
        at timestamptz not null
      );
      create index segment_export_of on segment_export (segment_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table segment_export');
  }
}
