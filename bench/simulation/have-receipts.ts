import type { DataSource } from 'typeorm';

const DAYS = 90;
const MEMBERS = 100_000;
const STORES = 40;
const SKUS = 20_000;
const DAY_MS = 86_400_000;

/** The first day of the receipts and the last, as the business counts them. */
export const EXTENT = { from: '2026-08-01', until: '2026-10-30', storeIds: null, samplePercent: 100 } as const;
/** Six in the morning of the first day in Almaty. */
const FIRST_MS = Date.parse('2026-08-01T01:00:00Z');

/**
 * A chain's quarter: receipts of one to five lines in order of time, four in five with a member, goods as in the mix of the engine's
 * benchmark.
 */
export async function haveReceipts(db: DataSource, receipts: number): Promise<void> {
  await db.query(`insert into store (id, revision, name, time_zone, city)
    select 'S' || n, 1, 'Store ' || n, 'Asia/Almaty', (array['Almaty', 'Astana', 'Shymkent', 'Karaganda', 'Aktobe'])[n % 5 + 1]
    from generate_series(0, ${STORES - 1}) n`);
  await db.query(`insert into member (id, revision, status, gender, birth_date, city, language, registered_at)
    select md5('member' || n)::uuid, 1, 'ACTIVE', case when n % 3 = 0 then 'MALE' else 'FEMALE' end, date '1960-01-01' + n % 16000,
      (array['Almaty', 'Astana', 'Shymkent', 'Karaganda', 'Aktobe'])[n % 5 + 1], 'ru', '2025-01-01'
    from generate_series(1, ${MEMBERS}) n`);
  await db.query(`insert into segment_member (member_id, segment_id, sequence, is_member)
    select md5('member' || n)::uuid, 'segment-' || n % 20, 1, true from generate_series(1, ${MEMBERS}) n`);
  await db.query(`insert into product (sku, name, category_path, brand, cost_minor, updated_at)
    select 'SKU-' || n, 'Product ' || n, format('Dept %s > Group %s > Shelf %s', n % 10, n % 100, n % 500), 'Brand ' || n % 200,
      (9000 + n % 9000), now() from generate_series(0, ${SKUS - 1}) n`);
  await db.query(`insert into product_label (key, sku, category_path, brand, attributes)
    select md5(sku)::uuid, sku, category_path, brand,
      case when right(sku, 1)::int % 2 = 0 then '{"season": "winter", "size": 40}' else '{"season": "summer", "size": 37}' end::jsonb
    from product order by sku`);
  const stepMs = (DAYS * DAY_MS) / receipts;
  await db.query(`insert into receipt (at, id, store_id, member_id, business_day, channel, tenders, line_nos, labels, prices, quantities, amounts)
    select at, 'r' || n, 'S' || n % ${STORES}, case when n % 5 = 0 then null else md5('member' || 1 + (n * 7919::bigint) % ${MEMBERS})::uuid end,
      (at at time zone 'Asia/Almaty')::date, 'POS', '[["CARD", 100000]]', line_nos, labels, prices, quantities, prices
    from (select n, to_timestamp((${FIRST_MS} + n * ${stepMs}::float8) / 1000) as at, 1 + n % 5 as lines from generate_series(0, ${receipts - 1}) n) r
    cross join lateral (select array_agg(line) as line_nos, array_agg(1 + (n::bigint * 131 + line * 317) % ${SKUS}) as labels,
      array_agg(15000 + (n::bigint * 7 + line * 13) % 90 * 1000) as prices, array_agg(1000 * (1 + line % 3)) as quantities
      from generate_series(1, lines) line) l`);
  await db.query('vacuum analyze receipt');
}
