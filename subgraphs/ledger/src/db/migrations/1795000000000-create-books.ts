// Why: the books of the programme: stores, what is known of members, wallets, journal, lots, limits, reservations.
// Lock: none that matters, every table is new. Checked by: db/migrations.int.test.ts.
import { createEventTables, dropEventTables } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STORES = `
  create table store (
    id text primary key,
    revision bigint not null default 1,
    name text not null,
    city text not null,
    brand text,
    banner text,
    format text,
    legal_entity text not null,
    opened_on date,
    closed_on date,
    time_zone text not null,
    latitude double precision,
    longitude double precision
  );
  create table till (
    store_id text not null,
    id text not null,
    first_seen_at timestamptz not null,
    primary key (store_id, id)
  );
`;

const MEMBERS = `
  -- A copy of what the members context said last.
  create table member (
    id uuid primary key,
    revision bigint not null,
    external_id text,
    status text not null check (status in ('ACTIVE', 'BLOCKED', 'CLOSED'))
  );
  -- How a till may name a member. Phones and e-mails are here as sha256 only.
  create table member_key (
    kind text not null check (kind in ('CARD', 'PHONE', 'EMAIL', 'EXTERNAL_ID')),
    value text not null,
    member_id uuid not null,
    primary key (kind, value)
  );
  create index member_key_member on member_key (member_id);
  -- A wallet. The row is what a member's writes queue on; a row is smaller than a page by far, so updates stay in place.
  create table account (
    member_id uuid primary key,
    available_minor bigint not null default 0,
    pending_minor bigint not null default 0,
    held_minor bigint not null default 0,
    version bigint not null default 0,
    check (least(available_minor, pending_minor, held_minor) >= 0)
  ) with (fillfactor = 80);
`;

// Words are enums and checks are few: Postgres reads every check of a table anew in every statement that writes it.
const JOURNAL = `
  create type entry_kind as enum
    ('PURCHASE', 'ACTIVATE', 'EXPIRE', 'RETURN', 'HOLD', 'RELEASE', 'OPENING_BALANCE', 'GRANT', 'ADJUSTMENT');
  create type account_kind as enum ('AVAILABLE', 'PENDING', 'HELD', 'ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED');
  create sequence journal_entry_seq;
  -- What happened to one wallet, once.
  create table journal_entry (
    seq bigint primary key default nextval('journal_entry_seq'),
    id uuid not null,
    kind entry_kind not null,
    member_id uuid not null,
    booked_at timestamptz not null,
    occurred_at timestamptz not null,
    business_day date not null,
    note text not null,
    purchase_id text,
    return_id text,
    available_after_minor bigint not null
  );
  -- Entries of a purchase are found among those of its member: an index of their own would cost every sale.
  create index journal_entry_member on journal_entry (member_id, seq);
  -- A posting takes points of one lot out of one account and puts them into another: what one side loses the other gains, by
  -- construction. AVAILABLE, PENDING and HELD are the wallet of the entry's member; the others are the programme's, for the legal
  -- entity that owes the lot.
  create table posting (
    entry_seq bigint not null,
    lot_id uuid not null,
    source account_kind not null,
    destination account_kind not null,
    legal_entity text not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (entry_seq, lot_id, source, destination)
  );
  -- History only grows.
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
  end $$;
  create trigger journal_entry_kept before update or delete on journal_entry for each statement execute function refuse_change();
  create trigger posting_kept before update or delete on posting for each statement execute function refuse_change();
`;

const LOTS = `
  create type lot_status as enum ('PENDING', 'ACTIVE', 'SPENT', 'EXPIRED');
  create type lot_source as enum ('PURCHASE', 'GRANT', 'OPENING_BALANCE', 'RETURN', 'ADJUSTMENT');
  -- Points that came together. What is left and held of a lot is the sum of its postings, kept here to be locked and looked up.
  create table lot (
    id uuid primary key,
    member_id uuid not null,
    -- Who owes these points.
    legal_entity text not null,
    amount_minor bigint not null,
    left_minor bigint not null,
    held_minor bigint not null default 0,
    status lot_status not null,
    source lot_source not null,
    purchase_id text,
    activates_at timestamptz not null,
    expires_at timestamptz,
    created_at timestamptz not null,
    check (0 <= held_minor and held_minor <= left_minor and left_minor <= amount_minor and (left_minor = 0 or status <= 'ACTIVE'))
  ) with (fillfactor = 85);
  create index lot_open on lot (member_id) where status in ('PENDING', 'ACTIVE');
  create index lot_pending on lot (activates_at) where status = 'PENDING';
  create index lot_expiring on lot (expires_at) where status = 'ACTIVE' and expires_at is not null;
`;

const LIMITS = `
  -- Whatever can be used up, in its own unit.
  create table limit_counter (
    key text primary key,
    used bigint not null check (used >= 0),
    max bigint not null
  ) with (fillfactor = 80);
  -- What each sale (or its reservation) uses up; used = the sum of these.
  create table limit_use (
    purchase_id text not null,
    key text not null,
    amount bigint not null check (amount >= 0),
    primary key (purchase_id, key)
  );
  create table reservation (
    purchase_id text primary key,
    quote_hash bytea not null,
    store_id text not null,
    member_id uuid,
    points_minor bigint not null check (points_minor >= 0),
    -- The entry that holds the points; its postings say of which lots.
    hold_entry_seq bigint,
    status text not null check (status in ('HELD', 'CONFIRMED', 'CANCELLED', 'EXPIRED')),
    reserved_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index reservation_held on reservation (expires_at) where status = 'HELD';
`;

/** Tables of the books. */
export class CreateBooks1795000000000 implements MigrationInterface {
  name = 'CreateBooks1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [createEventTables, STORES, MEMBERS, JOURNAL, LOTS, LIMITS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reservation, limit_use, limit_counter, lot, posting, journal_entry, account, member_key, member, till, store;
      drop sequence journal_entry_seq;
      drop function refuse_change;
      drop type entry_kind, account_kind, lot_status, lot_source;
      ${dropEventTables}
    `);
  }
}
