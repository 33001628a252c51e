import { Pool } from 'pg';

/** A year of receipts, in order of time, made by SQL: lines, entries, lots and postings as tills would have left them. */
export interface GrowingBooks {
  /** Until there are so many receipts. */
  growTo(receipts: number): Promise<void>;
  stop(): Promise<void>;
}

export const STORES = 60;
export const TILLS_PER_STORE = 5;
/** Receipts of one statement. */
const CHUNK = 100_000;
/** So many receipts fill the year before now. */
const YEAR_OF = 5_000_000;

/** Two receipts in three are of a member; ids are random, as tills make them; 3 to 5 lines each. */
const GROW = `
  with
    sale as materialized (
      select gen_random_uuid()::text as id, n, uuidv7() as lot_id, nextval('journal_entry_seq') as seq,
        now() - interval '366 days' + n * interval '365 days' / ${YEAR_OF} as at,
        'S' || 1 + n % ${STORES} as store_id, (10000 + 2000000 * random() * random())::bigint as paid,
        case when n % 3 > 0 then (select count from members) * random() end as member_place
      from generate_series($1::bigint, $2::bigint) n),
    told as materialized (select s.*, m.id as member_id from sale s left join numbered_member m on m.n = floor(s.member_place)::bigint),
    sold as (
      insert into purchase (id, content_hash, kind, receipt_number, store_id, till_id, member_id, occurred_at, recorded_at, business_day,
        business_hour, legal_entity, total_minor, discount_minor, payable_minor, points_spent_minor, points_earned_minor, points_booked)
      select id, sha256(id::bytea), 'SALE', lpad(n::text, 10, '0'), store_id, store_id || '-' || n / ${STORES} % ${TILLS_PER_STORE},
        member_id, at, at, at::date, extract(hour from at), 'MAIN', paid, 0, paid, 0, paid / 20, true from told),
    lines as (
      insert into purchase_line (purchase_id, line_no, sku, name, category_path, brand, quantity_milli, price_minor, total_minor,
        discount_minor, amount_minor, cost_minor, points_spent_minor, points_earned_minor)
      select t.id, l, 'SKU-' || (n * 7 + l) % 2000, 'Чай чёрный байховый, 250 г', 'Grocery > Tea > Black', 'Piala', 1000, paid / 4, paid / 4, 0,
        paid / 4, paid / 6, 0, paid / 80
      from told t, generate_series(1, 3 + n % 3) l),
    lots as (
      insert into lot (id, member_id, legal_entity, amount_minor, left_minor, status, source, purchase_id, activates_at, expires_at, created_at,
        opened_by)
      select lot_id, member_id, 'MAIN', paid / 20, 0, 'SPENT', 'PURCHASE', id, at, at + interval '365 days', at, seq
      from told where member_id is not null),
    entries as (
      insert into journal_entry (seq, id, kind, member_id, booked_at, occurred_at, business_day, note, purchase_id, available_after_minor,
        member_seq, pending_after_minor, held_after_minor)
      select seq, uuidv7(), 'PURCHASE', member_id, at, at, at::date, 'Purchase ' || id, id, 0, n, 0, 0
      from told where member_id is not null)
  insert into posting (entry_seq, lot_id, source, destination, legal_entity, amount_minor)
  select seq, lot_id, 'ISSUED', 'AVAILABLE', 'MAIN', paid / 20 from told where member_id is not null`;

/** The members must be there. */
export async function openGrowingBooks(url: string): Promise<GrowingBooks> {
  const pool = new Pool({ connectionString: url, max: 2 });
  await pool.query(`
    insert into store (id, name, city, legal_entity, time_zone)
      select 'S' || n, 'Store ' || n, 'Алматы', 'MAIN', 'Asia/Almaty' from generate_series(1, ${STORES}) n on conflict do nothing;
    insert into till (store_id, id, first_seen_at)
      select 'S' || s, 'S' || s || '-' || t, now() from generate_series(1, ${STORES}) s, generate_series(0, ${TILLS_PER_STORE - 1}) t;
    create unlogged table numbered_member as select row_number() over (order by id) - 1 as n, id from member;
    create index on numbered_member (n);
    insert into member_key (kind, value, member_id) select 'CARD', (7000000000 + n)::text, id from numbered_member;
    insert into member_key (kind, value, member_id)
      select 'PHONE', encode(sha256(('phone:+7701' || lpad(n::text, 7, '0'))::bytea), 'hex'), id from numbered_member;
    analyze`);
  const { rows } = await pool.query<{ count: string }>('select count(*) from numbered_member');
  const grow = GROW.replace('(select count from members)', rows[0]?.count ?? '0');
  let grown = 0;
  return {
    growTo: async (receipts) => {
      while (grown < receipts) {
        const upTo = Math.min(receipts, grown + CHUNK);
        await pool.query(grow, [grown + 1, upTo]);
        grown = upTo;
      }
      await pool.query('vacuum analyze');
    },
    stop: () => pool.end(),
  };
}
