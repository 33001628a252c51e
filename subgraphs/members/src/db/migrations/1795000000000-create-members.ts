import { createEventTables, dropEventTables } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the first tables: members with cards, consents, replays and the audit trail.
 * Lock: none, all tables are new. Checked by: migrations.int.test.ts.
 *
 * Uniqueness is the database's: the same phone through every door at once makes one member. Closing a member frees the
 * phone and the e-mail by its status and the cards by removing them. Columns that are searched by prefix are in "C"
 * order, so that their unique index serves the prefix too.
 */
export class CreateMembers1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createEventTables);
    await runner.query(`
      create table member (
        id uuid primary key,
        revision integer not null default 1,
        external_id text collate "C",
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED', 'CLOSED')),
        first_name text,
        last_name text,
        phone text collate "C",
        email text collate "C",
        birth_date date,
        gender text not null default 'UNKNOWN' check (gender in ('FEMALE', 'MALE', 'UNKNOWN')),
        city text,
        home_store_id text,
        language text not null check (language in ('ru', 'kk', 'en')),
        channel text not null,
        registered_at timestamptz(3) not null,
        attributes jsonb not null default '{}',
        name_words tsvector not null default '',
        import_id text,
        import_hash text
      );
      create unique index member_external_id on member (external_id);
      create unique index member_phone on member (phone) where status <> 'CLOSED';
      create unique index member_email on member (email) where status <> 'CLOSED';
      create index member_name_words on member using gin (name_words);
      create index member_newest on member (registered_at, id);
      create index member_of_store on member (home_store_id, registered_at, id);
      create index member_not_active on member (status, registered_at, id) where status <> 'ACTIVE';
      create index member_of_city on member (city, registered_at, id);

      create table card (
        number text collate "C" primary key,
        member_id uuid not null references member (id),
        kind text not null check (kind in ('PLASTIC', 'VIRTUAL')),
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'BLOCKED')),
        issued_at timestamptz(3) not null
      );
      create index card_of_member on card (member_id);

      create table consent (
        member_id uuid not null references member (id),
        channel text not null check (channel in ('SMS', 'EMAIL', 'PUSH')),
        given boolean not null,
        changed_at timestamptz(3) not null,
        source text not null,
        primary key (member_id, channel)
      );

      -- Client-made ids of what was done, so that a retry is answered and not done again.
      create table client_request (
        kind text not null,
        id text collate "C" not null,
        content_hash text not null,
        subject text not null,
        created_at timestamptz(3) not null,
        primary key (kind, id)
      );

      create table audit_entry (
        id uuid primary key,
        at timestamptz(3) not null,
        actor_kind text not null,
        actor_id text not null,
        actor_name text not null,
        action text not null,
        target text not null,
        detail jsonb not null default '{}'
      );
      create index audit_entry_of_target on audit_entry (target, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry, client_request, consent, card, member');
    await runner.query(dropEventTables);
  }
}
