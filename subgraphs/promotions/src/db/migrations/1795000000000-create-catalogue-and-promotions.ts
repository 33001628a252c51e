import { createEventTables, dropEventTables } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: the first tables. Lock: none, they are new. Checked: the migrations test compares them with the entities.
 */
export class CreateCatalogueAndPromotions1795000000000 implements MigrationInterface {
  name = 'CreateCatalogueAndPromotions1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createEventTables);
    await runner.query(createCatalogue);
    await runner.query(createOffers);
    await runner.query(createCopies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_card; drop table member; drop table store;');
    await runner.query('drop table pricing_revision; drop table promotion; drop table programme; drop table product;');
    await runner.query(dropEventTables);
  }
}

const createCatalogue = `
  create table product (
    sku text primary key,
    revision integer not null default 1,
    name text not null,
    category_path text not null,
    brand text,
    price_minor bigint,
    cost_minor bigint,
    vat_basis_points integer,
    substitutes_group text,
    attributes jsonb not null default '{}',
    updated_at timestamptz not null
  );
  -- Names are searched by words and their beginnings, SKUs by their beginning.
  create index product_words on product using gin (to_tsvector('simple', name));
  create index product_sku_prefix on product (lower(sku) text_pattern_ops);
  create index product_category on product (category_path text_pattern_ops);
  create index product_brand on product (brand) where brand is not null;
`;

const createOffers = `
  create table programme (
    id integer primary key check (id = 1),
    version integer not null,
    earn_basis_points integer not null,
    payable_basis_points integer not null,
    rounding_step_minor bigint not null,
    rounding_mode text not null,
    activation_days integer not null,
    lifetime_days integer,
    updated_at timestamptz not null
  );
  create table promotion (
    id uuid primary key,
    version integer not null,
    name text not null,
    status text not null,
    mechanic text not null,
    percent_off_milli bigint,
    points_multiplier_milli bigint,
    amount_off_minor bigint,
    basket_at_least_minor bigint,
    categories text[] not null,
    brands text[] not null,
    skus text[] not null,
    starts_at timestamptz,
    ends_at timestamptz,
    weekdays integer[] not null,
    time_from text,
    time_to text,
    store_ids text[] not null,
    members_only boolean not null,
    gender text,
    age_from integer,
    age_to integer,
    cities text[] not null,
    birthday_within_days integer,
    priority integer not null,
    exclusive_group text,
    receipt_text text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index promotion_changed on promotion (updated_at desc, id desc);
  create index promotion_live on promotion (status) where status in ('SCHEDULED', 'RUNNING');
  -- Grows in the transaction of everything that changes prices, so that every replica knows when to compile again.
  create table pricing_revision (
    id integer primary key check (id = 1),
    revision bigint not null
  );
  insert into pricing_revision values (1, 1);
`;

const createCopies = `
  create table store (
    id text primary key,
    revision bigint not null,
    name text not null,
    time_zone text not null
  );
  create table member (
    id uuid primary key,
    revision bigint not null,
    status text not null,
    external_id text,
    phone_hash text,
    email_hash text,
    birth_date date,
    gender text,
    city text,
    language text not null
  );
  create index member_external_id on member (external_id) where external_id is not null;
  create index member_phone_hash on member (phone_hash) where phone_hash is not null;
  create index member_email_hash on member (email_hash) where email_hash is not null;
  create table member_card (
    number text primary key,
    member_id uuid not null
  );
  create index member_card_member on member_card (member_id);
`;
