import { createEventTables, dropEventTables } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: contacts (whom we may write to), stores (to say where) and messages (the queue and the log in one).
 * Lock: none that matters, the tables are new. Checked by migrations.int.test.ts.
 */
export class CreateCommunications1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createEventTables);
    await runner.query(`
      create table contact (
        member_id uuid primary key,
        revision bigint not null,
        status text not null,
        first_name text,
        email text,
        language text not null,
        consents text[] not null
      );
      create table store (
        store_id text primary key,
        revision bigint not null,
        name text not null,
        city text not null
      );
      create table message (
        id uuid primary key,
        cause text not null unique,
        member_id uuid not null,
        channel text not null,
        recipient text not null,
        template text not null,
        language text not null,
        purpose text not null,
        subject text not null,
        html text not null,
        status text not null check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SUPPRESSED')),
        reason text,
        attempts integer not null,
        correlation_id text not null,
        queued_at timestamptz not null,
        next_attempt_at timestamptz,
        sent_at timestamptz,
        -- What is on its way always has a time at which somebody looks at it again.
        check ((next_attempt_at is not null) = (status in ('QUEUED', 'SENDING')))
      );
      -- The sender asks for what is due; what is settled leaves this index.
      create index message_due on message (next_attempt_at) where next_attempt_at is not null;
      create index message_newest on message (queued_at desc, id desc);
      create index message_of_member on message (member_id, queued_at desc, id desc);
      create index message_by_status on message (status, queued_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message; drop table contact; drop table store;');
    await runner.query(dropEventTables);
  }
}
