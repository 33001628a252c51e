import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: conditions ask for more than a basket: where the store is, what the member bought, who is in a segment or on a list.
 * Lock: columns without values are added to store and member, at once; the update rewrites them, a second for 100,000 members.
 * Copies begin again at revision 0, so that news of the old state, told again, fills the new columns.
 * Checked: the migrations test compares tables with entities.
 */
export class KeepFacts1795000020000 implements MigrationInterface {
  name = 'KeepFacts1795000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(widenCopies);
    await runner.query(createReceipts);
    await runner.query(createAudiences);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_list_entry; drop table member_list; drop table segment_member;');
    await runner.query('drop table member_purchases; drop table receipt; drop table product_label;');
    await runner.query('drop table member_attribute;');
    await runner.query('alter table member drop column children, drop column attributes, drop column registered_at');
    await runner.query('alter table store drop column format, drop column brand, drop column banner, drop column city');
  }
}

const widenCopies = `
  alter table store add column city text, add column banner text, add column brand text, add column format text;
  alter table member add column registered_at timestamptz, add column attributes jsonb not null default '{}',
    add column children jsonb not null default '[]';
  update store set revision = 0;
  update member set revision = 0;
  -- Declared attributes of members: what type the text of a key is.
  create table member_attribute (
    key text primary key,
    revision bigint not null,
    type text not null
  );
`;

const createReceipts = `
  -- A product as it was labelled when it was sold: receipts point here, so that a new label does not rewrite history.
  create table product_label (
    id integer primary key generated always as identity,
    key uuid not null unique,
    sku text not null,
    category_path text,
    brand text,
    attributes jsonb not null
  );
  -- One row a sale, lines side by side in arrays: a third of the bytes of rows of their own, and one read for a replay.
  create table receipt (
    at timestamptz(3) not null,
    id text not null,
    store_id text not null,
    member_id uuid,
    business_day date not null,
    channel text,
    tenders jsonb,
    line_nos integer[] not null,
    labels integer[] not null,
    prices bigint[] not null,
    quantities bigint[] not null,
    amounts bigint[] not null,
    -- What came back: by return id, lines of [number, quantity, amount].
    returns jsonb,
    is_returned boolean not null default false,
    primary key (at, id)
  );
  create unique index receipt_id on receipt (id);
  create index receipt_of_member on receipt (member_id, at) where member_id is not null;
  create table member_purchases (
    member_id uuid primary key,
    purchases integer not null,
    last_at timestamptz(3)
  );
`;

const createAudiences = `
  -- Who left stays, with is_member false: an older word that comes late must not bring them back.
  create table segment_member (
    member_id uuid not null,
    segment_id text not null,
    sequence bigint not null,
    is_member boolean not null,
    primary key (member_id, segment_id)
  );
  create table member_list (
    id uuid primary key,
    name text not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  );
  create unique index member_list_name on member_list (lower(name));
  create table member_list_entry (
    list_id uuid not null references member_list (id) on delete cascade,
    member_id uuid not null,
    primary key (list_id, member_id)
  );
  create index member_list_entry_member on member_list_entry (member_id, list_id);
`;
