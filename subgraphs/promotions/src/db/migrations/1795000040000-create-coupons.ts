import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: promotions that want a coupon. A code is one row of eight columns, so that ten millions stay small; what happened to it
 * is told apart. Lock: none, new tables. Checked: the migrations test compares them with the entities.
 */
export class CreateCoupons1795000040000 implements MigrationInterface {
  name = 'CreateCoupons1795000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coupon_pool (
        no integer generated always as identity primary key,
        id uuid not null unique,
        version integer not null,
        name text not null,
        kind text not null,
        status text not null,
        prefix text not null,
        alphabet text not null,
        code_length smallint not null,
        valid_from date,
        valid_until date,
        valid_days integer,
        uses_per_code integer not null,
        uses_per_member integer,
        public_code text,
        secret bytea not null,
        issued bigint not null default 0,
        redeemed bigint not null default 0,
        expired bigint not null default 0,
        revoked bigint not null default 0,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create table coupon_batch (
        id uuid primary key,
        pool_no integer not null references coupon_pool,
        no smallint not null,
        wanted bigint not null,
        made bigint not null,
        status text not null,
        expires_on date,
        author_name text not null,
        started_at timestamptz not null,
        updated_at timestamptz not null,
        unique (pool_no, no)
      );
      create type coupon_state as enum ('OPEN', 'RESERVED', 'REDEEMED', 'EXPIRED', 'REVOKED');
      create table coupon (
        code text collate "C" primary key,
        pool_no integer not null,
        state coupon_state not null,
        uses integer not null,
        batch_no smallint not null,
        expires_on date,
        valid_from date,
        member_id uuid
      );
      create index coupon_single on coupon (pool_no, code) where batch_no = 0;
      create index coupon_member on coupon (member_id, code) where member_id is not null;
      create index coupon_due on coupon (expires_on) where state = 'OPEN' and expires_on is not null;
      create table coupon_use (
        code text collate "C" not null,
        purchase_id text not null,
        pool_no integer not null,
        status text not null,
        at timestamptz not null,
        member_id uuid,
        primary key (code, purchase_id)
      );
      create index coupon_use_purchase on coupon_use (purchase_id);
      create index coupon_use_day on coupon_use (pool_no, at) where status = 'USED';
      create table coupon_change (
        id bigint generated always as identity primary key,
        code text collate "C" not null,
        what text not null,
        at timestamptz not null,
        purchase_id text,
        member_id uuid,
        author_name text
      );
      create index coupon_change_code on coupon_change (code, at, id);
      create table coupon_export (
        id uuid primary key,
        pool_no integer not null references coupon_pool,
        codes bigint not null,
        author_id text not null,
        author_name text not null,
        at timestamptz not null
      );
      create index coupon_export_pool on coupon_export (pool_no, at);
      create table coupon_guess (
        subject text primary key,
        since timestamptz not null,
        last_at timestamptz not null,
        guesses integer not null
      );
      create table coupon_incident (
        id uuid primary key,
        subject text not null,
        since timestamptz not null,
        last_at timestamptz not null,
        guesses integer not null,
        kind text not null,
        key_name text not null,
        store_id text,
        till_id text,
        member_id uuid,
        unique (subject, since)
      );
      create index coupon_incident_time on coupon_incident (last_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table coupon_incident, coupon_guess, coupon_export, coupon_change, coupon_use, coupon, coupon_batch, coupon_pool;
      drop type coupon_state;
    `);
  }
}
