import type { LedgerContext } from '@adal/ledger/dist/context.js';

const LINES = 3;

/**
 * Fills empty books: members who buy ten times each, earn 1.00 point in a new lot every time and pay 0.40 of the one before. Every
 * sale is a transaction of its own to the chain.
 */
export async function makeBooks(db: LedgerContext['db'], sales: number): Promise<void> {
  const bought = `from (
    select n, 'p' || n as id, ((n - 1) / 10 + 1) as m, ((n - 1) % 10 + 1) as nth, n - ${sales + 1} as xid,
      timestamptz '2026-01-01' + n * interval '10 s' as at from generate_series(1, ${sales}) n) s,
    lateral (select lpad(to_hex(m), 32, '0')::uuid as member, ('1' || lpad(to_hex(n), 31, '0'))::uuid as lot, ('1' || lpad(to_hex(n - 1), 31, '0'))::uuid as last_lot) k`;
  const statements = [
    `insert into member (id, revision, status) select lpad(to_hex(m), 32, '0')::uuid, 1, 'ACTIVE' from generate_series(1, ${sales / 10}) m`,
    `insert into account (member_id, available_minor, version) select id, 640, 10 from member`,
    `insert into purchase (id, content_hash, kind, receipt_number, store_id, till_id, member_id, occurred_at, recorded_at, business_day, business_hour,
       legal_entity, total_minor, discount_minor, payable_minor, points_spent_minor, points_earned_minor, points_booked, booked_xid)
     select id, sha256(id::bytea), 'SALE', id, 'S1', 'T1', member, at, at, at::date, 12, 'MAIN', ${LINES * 125_000}, 0,
       ${LINES * 125_000} - spent, spent, 100, true, xid ${bought}, lateral (select case nth when 1 then 0 else 40 end as spent) p`,
    `insert into purchase_line (purchase_id, line_no, sku, name, category_path, quantity_milli, price_minor, total_minor, discount_minor,
       amount_minor, points_spent_minor, points_earned_minor)
     select id, l, 'SKU-' || l, 'Чай чёрный байховый, 250 г', 'Grocery > Tea > Black', 1000, 125000, 125000, 0, 125000 - spent, spent,
       case l when 1 then 100 else 0 end
     ${bought}, generate_series(1, ${LINES}) l, lateral (select case when l > 1 or nth = 1 then 0 else 40 end as spent) p`,
    `insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, purchase_id, available_after_minor,
       member_seq, pending_after_minor, held_after_minor, booked_xid)
     select n, ('2' || lpad(to_hex(n), 31, '0'))::uuid, 'PURCHASE', member, at, at, at::date, 'Purchase ' || id, id, nth * 60 + 40, nth, 0, 0, xid ${bought}`,
    `insert into lot (id, member_id, legal_entity, amount_minor, left_minor, status, source, purchase_id, activates_at, created_at, opened_by)
     select lot, member, 'MAIN', 100, case nth when 10 then 100 else 60 end, 'ACTIVE', 'PURCHASE', id, at, at, n ${bought}`,
    `insert into posting select n, lot, 'ISSUED', 'AVAILABLE', 'MAIN', 100 ${bought}`,
    `insert into posting select n, last_lot, 'AVAILABLE', 'REDEEMED', 'MAIN', 40 ${bought} where nth > 1`,
    'vacuum analyze',
  ];
  for (const statement of statements) await db.query(statement);
}
