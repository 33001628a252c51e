// Why: points that were spent and whose purchase came back are owed, by the policy that the sale was made under; dates of lots can
// be extended. Lock: a moment on each table, the new columns have constant defaults. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEBTS = `
  alter type account_kind add value 'OWED';
  -- What the member owes: the sum of the wallet's debts.
  alter table account add owed_minor bigint not null default 0 check (owed_minor >= 0);
  -- Points of a lot that were spent and then came back with the purchase that had earned them: what the account OWED has against
  -- the lot, kept here to be locked and looked up. A debt that is paid has no row.
  create table debt (
    lot_id uuid primary key,
    member_id uuid not null,
    owed_minor bigint not null check (owed_minor > 0)
  );
  create index debt_member on debt (member_id);
  create type shortfall_policy as enum ('NEGATIVE', 'RECOVER', 'WITHHOLD');
  alter table purchase add shortfall_policy shortfall_policy not null default 'RECOVER';
  alter table purchase_return add withheld_minor bigint not null default 0;
`;

const EXTENSIONS = `
  create table extension (
    id text primary key,
    content_hash bytea not null,
    reason text not null,
    -- Who did it: the kind and the id of the actor.
    actor text not null,
    extended_at timestamptz not null
  );
  -- A lot's change of dates. It moves no points, so it is no entry; seq tells its place among the entries.
  create table extended_lot (
    extension_id text not null,
    lot_id uuid not null,
    member_id uuid not null,
    seq bigint not null default nextval('journal_entry_seq'),
    old_expires_at timestamptz not null,
    new_expires_at timestamptz not null,
    primary key (extension_id, lot_id)
  );
  create index extended_lot_lot on extended_lot (lot_id);
  create index extended_lot_member on extended_lot (member_id);
  create trigger extension_kept before update or delete on extension for each statement execute function refuse_change();
  create trigger extended_lot_kept before update or delete on extended_lot for each statement execute function refuse_change();
`;

/** Debts, shortfall policies, extensions of lots. */
export class KeepDebts1795000002000 implements MigrationInterface {
  name = 'KeepDebts1795000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DEBTS, EXTENSIONS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    // An enum keeps its values; the type itself goes with the books.
    await runner.query(`
      drop table extended_lot, extension, debt;
      alter table purchase_return drop withheld_minor;
      alter table purchase drop shortfall_policy;
      drop type shortfall_policy;
      alter table account drop owed_minor;
    `);
  }
}
