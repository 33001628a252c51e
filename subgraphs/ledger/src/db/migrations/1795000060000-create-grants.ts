// Why: points are given to many members at once, and an entry of the journal leads to the run that booked it. Lock: imported_row while its
// indexes are built, about a second a million rows. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants, and the ways from entries to runs. */
export class CreateGrants1795000060000 implements MigrationInterface {
  name = 'CreateGrants1795000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table point_grant (
        id text primary key,
        content_hash bytea not null,
        campaign_id text,
        note text not null,
        activation_days integer not null,
        lifetime_days integer,
        legal_entity text not null,
        -- What landed, and what came back: whoever sends the grant again hears the same.
        given integer not null,
        points_minor bigint not null,
        rejected jsonb not null,
        author_id text not null,
        author_name text not null,
        business_day date not null,
        created_at timestamptz not null
      );
      create index point_grant_author on point_grant (author_id, business_day);
      create trigger point_grant_kept before update or delete on point_grant for each statement execute function refuse_change();
      -- The entry that took a row's points back.
      alter table imported_row add column undone_seq bigint;
      create unique index imported_row_lot on imported_row (lot_id) where lot_id is not null;
      create unique index imported_row_undone on imported_row (undone_seq) where undone_seq is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index imported_row_lot, imported_row_undone;
      alter table imported_row drop column undone_seq;
      drop table point_grant;
    `);
  }
}
