// Why: staff adjust points by hand, with limits by role and a second pair of eyes; a run of opening balances can be undone.
// Lock: imported_row for an instant (columns without a default). Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of adjustments. */
export class CreateAdjustments1795000004000 implements MigrationInterface {
  name = 'CreateAdjustments1795000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table adjustment (
        id text primary key,
        content_hash bytea not null,
        member_id uuid not null,
        -- Positive gives, negative takes.
        amount_minor bigint not null check (amount_minor <> 0),
        reason text not null,
        note text,
        -- Who owes what is given; null for what is taken.
        legal_entity text,
        activation_days integer not null,
        lifetime_days integer,
        status text not null check (status in ('PROPOSED', 'BOOKED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'UNDONE')),
        author_id text not null,
        author_name text not null,
        business_day date not null,
        created_at timestamptz not null,
        -- A proposal that nobody has decided by then is over.
        lapses_at timestamptz not null
      );
      create index adjustment_time on adjustment (created_at, id);
      create index adjustment_member on adjustment (member_id, created_at, id);
      create index adjustment_author on adjustment (author_id, business_day);
      create index adjustment_waiting on adjustment (lapses_at) where status = 'PROPOSED';
      -- Who did what with an adjustment, when and why.
      create table adjustment_step (
        adjustment_id text not null,
        n smallint not null,
        kind text not null,
        actor_id text not null,
        actor_name text not null,
        at timestamptz not null,
        note text,
        -- The entry it booked.
        entry_seq bigint,
        moved_minor bigint not null,
        lapsed_minor bigint not null,
        primary key (adjustment_id, n)
      );
      create trigger adjustment_step_kept before update or delete on adjustment_step for each statement execute function refuse_change();
      create table adjustment_limit (
        role text primary key,
        per_adjustment_minor bigint not null,
        per_day_minor bigint not null,
        approval_above_minor bigint not null,
        changed_at timestamptz not null,
        changed_by_id text not null,
        changed_by_name text not null
      );
      -- Which lot a row became, and what was taken back of it: null while it stands.
      alter table imported_row add column lot_id uuid, add column taken_minor bigint, add column lapsed_minor bigint,
        add column short_minor bigint;
      -- Who undid a run of opening balances, when and why.
      create table undone_import (
        import_id text primary key,
        note text not null,
        actor_id text not null,
        actor_name text not null,
        begun_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imported_row drop column lot_id, drop column taken_minor, drop column lapsed_minor, drop column short_minor;
      drop table undone_import, adjustment_limit, adjustment_step, adjustment;
    `);
  }
}
