import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: who may act: staff with their sessions, keys of partners.
 * Lock: none, all tables are new. Checked by: migrations.int.test.ts.
 *
 * Secrets are kept as hashes only: argon2 for passwords, SHA-256 for 256-bit random tokens and keys. Refresh tokens are rows of
 * their own, because two tabs that refresh at the same moment both get a working one.
 */
export class CreateStaff1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_member (
        id uuid primary key,
        email text collate "C" not null,
        name text not null,
        password_hash text not null,
        role text not null check (role in ('ADMINISTRATOR', 'MARKETER', 'ANALYST', 'OPERATOR', 'STORE_MANAGER')),
        store_ids text[],
        active boolean not null default true,
        created_at timestamptz(3) not null,
        last_sign_in_at timestamptz(3)
      );
      create unique index staff_member_email on staff_member (email);

      create table session (
        id uuid primary key,
        staff_member_id uuid not null references staff_member (id),
        created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3)
      );
      create index session_of_staff_member on session (staff_member_id);

      create table refresh_token (
        hash text collate "C" primary key,
        session_id uuid not null references session (id) on delete cascade,
        created_at timestamptz(3) not null,
        used_at timestamptz(3)
      );
      create index refresh_token_of_session on refresh_token (session_id);

      -- Failed sign-ins by e-mail and by address; keys are "email:…" and "address:…".
      create table sign_in_throttle (
        key text collate "C" primary key,
        failures integer not null,
        failed_at timestamptz(3) not null
      );

      create table partner_key (
        id uuid primary key,
        name text not null,
        prefix text not null,
        hash text collate "C" not null,
        scopes text[] not null,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        last_used_at timestamptz(3)
      );
      create unique index partner_key_hash on partner_key (hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table partner_key, sign_in_throttle, refresh_token, session, staff_member');
  }
}
