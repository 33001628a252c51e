// Why: the hash chain. Entries, receipts and returns remember the transaction that wrote them, which puts them into a strict order;
// entries are numbered within their wallet and keep the whole wallet after them, so that a statement can be shown to be complete;
// a lot names the entry that opened it.
// Lock: exclusive while rows of an earlier release are filled in, about a minute for each million. Checked by:
// db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood there before is chained in groups of this size, as if written by transactions before the first. */
const OLD_GROUP = 500;
const BEFORE_ALL = 1_000_000_000;

const group = (table: string, key: string, order: string): string => `
  alter table ${table} add column booked_xid bigint;
  update ${table} t set booked_xid = o.n / ${OLD_GROUP} - ${BEFORE_ALL}
    from (select ${key}, row_number() over (order by ${order}) as n from ${table}) o where o.${key} = t.${key};
  alter table ${table} alter column booked_xid set not null, alter column booked_xid set default pg_current_xact_id()::text::bigint;
  -- Grows at its right edge alone, which is the cheapest an index can be.
  create index ${table}_booked on ${table} (booked_xid);
`;

const NUMBERS = `
  alter table journal_entry disable trigger user;
  alter table journal_entry add column member_seq bigint, add column pending_after_minor bigint, add column held_after_minor bigint;
  update journal_entry e set member_seq = n.member_seq, pending_after_minor = n.pending, held_after_minor = n.held
  from (
    select e.seq, row_number() over wallet as member_seq, sum(p.pending) over wallet as pending, sum(p.held) over wallet as held
    from journal_entry e join lateral (
      select
        sum(case 'PENDING'::account_kind when destination then amount_minor when source then -amount_minor else 0 end) as pending,
        sum(case 'HELD'::account_kind when destination then amount_minor when source then -amount_minor else 0 end) as held
      from posting where entry_seq = e.seq) p on true
    window wallet as (partition by e.member_id order by e.seq)) n
  where n.seq = e.seq;
  update account a set version = n.entries
    from (select member_id, count(*) as entries from journal_entry group by member_id) n where n.member_id = a.member_id;
  alter table journal_entry alter column member_seq set not null, alter column pending_after_minor set not null,
    alter column held_after_minor set not null;
  ${group('journal_entry', 'seq', 'seq')}
  alter table journal_entry enable trigger user;
`;

const OPENERS = `
  alter table lot add column opened_by bigint;
  update lot l set opened_by = p.first from (select lot_id, min(entry_seq) as first from posting group by lot_id) p where p.lot_id = l.id;
  alter table lot alter column opened_by set not null;
`;

const CHAIN = `
  -- Whole transactions, in order. root = sha256(previous_root || merkle_root || height, first_position, items, upto_xid and the
  -- milliseconds of chained_at as big-endian int8).
  create table chain_block (
    height bigint primary key,
    previous_root bytea not null,
    merkle_root bytea not null,
    root bytea not null,
    first_position bigint not null,
    items integer not null,
    -- Everything that transactions up to this one wrote, and earlier blocks do not hold, is in here.
    upto_xid bigint not null,
    chained_at timestamptz not null,
    -- Of each item, in order: 'entry 12', 'receipt …', 'return …', and the sha256 of its text (books.chain_item).
    keys text[] not null,
    leaves bytea[] not null
  );
  create unique index chain_block_upto on chain_block (upto_xid);
  create trigger chain_block_kept before update or delete on chain_block for each statement execute function refuse_change();
`;

/** The hash chain and what it needs of the books. */
export class CreateChain1795000003000 implements MigrationInterface {
  name = 'CreateChain1795000003000';

  async up(runner: QueryRunner): Promise<void> {
    const receipts = ['purchase', 'purchase_return'].map((table) => group(table, 'id', 'recorded_at, id'));
    const extensions = `alter table extension disable trigger user; ${group('extension', 'id', 'extended_at, id')}
      alter table extension enable trigger user`;
    for (const sql of [NUMBERS, ...receipts, extensions, OPENERS, CHAIN]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The functions stand on the tables' row types.
    await runner.query(`
      drop schema if exists books cascade;
      drop table chain_block;
      alter table lot drop column opened_by;
      alter table extension drop column booked_xid;
      alter table purchase_return drop column booked_xid;
      alter table purchase drop column booked_xid;
      alter table journal_entry drop column booked_xid, drop column member_seq, drop column pending_after_minor, drop column held_after_minor;
    `);
  }
}
