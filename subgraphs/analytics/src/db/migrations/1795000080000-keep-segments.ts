import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: segments and who is in them, so that entering and leaving are told in the transaction that books them.
 * Lock: none, the tables are new. Checked by migrations.int.test.ts.
 */
export class KeepSegments1795000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table segment (
        id uuid primary key,
        kind text not null check (kind in ('SEGMENT', 'GROUP')),
        name text not null,
        description text not null,
        folder text not null,
        owner text not null,
        definition jsonb,
        version integer not null,
        expires_on date,
        size integer not null,
        sequence bigint not null,
        refreshed_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index segment_name on segment (lower(name));
      create index segment_page on segment (updated_at desc, id desc);
      create table segment_member (
        segment_id uuid not null references segment on delete cascade,
        member_id uuid not null,
        since timestamptz not null,
        primary key (segment_id, member_id)
      );
      create index segment_of_member on segment_member (member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table segment_member, segment');
  }
}
