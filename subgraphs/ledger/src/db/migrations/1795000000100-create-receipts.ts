// Why: receipts with their lines and payments, returns, and what an import has landed.
// Lock: none that matters, every table is new. Checked by: db/migrations.int.test.ts.
//
// No foreign keys on the till's path: a check per line would cost more than the line itself. The functions that write
// these tables write a receipt whole in one transaction, and `verifyLedger` looks for orphans.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURCHASES = `
  create type receipt_kind as enum ('SALE', 'RETURN');
  create table purchase (
    id text primary key,
    content_hash bytea not null,
    kind receipt_kind not null,
    receipt_number text,
    store_id text not null,
    till_id text,
    cashier_id text,
    member_id uuid,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    business_day date not null,
    business_hour smallint not null,
    legal_entity text not null,
    total_minor bigint not null,
    discount_minor bigint not null,
    payable_minor bigint not null,
    points_spent_minor bigint not null,
    points_earned_minor bigint not null,
    -- False for imported history whose points columns were only recorded.
    points_booked boolean not null,
    points_activate_at timestamptz,
    points_expire_at timestamptz,
    -- The run that imported it; null for a till's own.
    import_id text
  );
  create index purchase_time on purchase (occurred_at, id);
  create index purchase_store on purchase (store_id, occurred_at, id) include (till_id);
  create index purchase_member on purchase (member_id, occurred_at, id) where member_id is not null;
  create index purchase_number on purchase (receipt_number) where receipt_number is not null;
  create table purchase_line (
    purchase_id text not null,
    line_no integer not null,
    sku text not null,
    name text,
    category_path text,
    brand text,
    quantity_milli bigint not null,
    price_minor bigint not null,
    total_minor bigint not null,
    discount_minor bigint not null,
    amount_minor bigint not null,
    cost_minor bigint,
    points_spent_minor bigint not null,
    points_earned_minor bigint not null,
    discounts jsonb,
    promotion_ids text[],
    primary key (purchase_id, line_no)
  );
  create table payment (
    purchase_id text not null,
    n smallint not null,
    tender text not null,
    amount_minor bigint not null,
    primary key (purchase_id, n)
  );
`;

const RETURNS = `
  create table purchase_return (
    id text primary key,
    content_hash bytea not null,
    purchase_id text not null,
    store_id text not null,
    till_id text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    business_day date not null,
    business_hour smallint not null,
    legal_entity text not null,
    refund_minor bigint not null,
    points_given_back_minor bigint not null,
    -- The earned points of what came back = withdrawn + lapsed (already expired) + shortfall (spent, nothing left to take).
    points_withdrawn_minor bigint not null,
    points_lapsed_minor bigint not null,
    points_shortfall_minor bigint not null,
    import_id text
  );
  create index purchase_return_purchase on purchase_return (purchase_id);
  create table return_line (
    return_id text not null,
    line_no integer not null,
    purchase_id text not null,
    quantity_milli bigint not null check (quantity_milli > 0),
    total_minor bigint not null,
    discount_minor bigint not null,
    amount_minor bigint not null,
    points_spent_minor bigint not null,
    points_earned_minor bigint not null,
    primary key (return_id, line_no)
  );
  create index return_line_purchase on return_line (purchase_id, line_no);
`;

const IMPORTS = `
  -- Rows that have no id of their own (opening balances) are found again by where they stood.
  create table imported_row (
    import_id text not null,
    line integer not null,
    content_hash bytea not null,
    primary key (import_id, line)
  );
  -- When an import last booked points of the past. Until it rests, the jobs turn no lots over: a lot must not expire before
  -- history has spent it.
  create table import_pulse (
    kind text primary key,
    beat_at timestamptz not null
  );
`;

/** Tables of receipts. */
export class CreateReceipts1795000000100 implements MigrationInterface {
  name = 'CreateReceipts1795000000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PURCHASES, RETURNS, IMPORTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table import_pulse, imported_row, return_line, purchase_return, payment, purchase_line, purchase',
    );
  }
}
