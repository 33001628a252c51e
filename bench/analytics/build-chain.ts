import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { DERIVED, derivation, type DerivedTable } from '@adal/analytics/dist/store/derived-tables.js';
import { prelude } from '@adal/analytics/dist/store/duckdb/duckdb-prelude.js';
import { columnName } from '@adal/analytics/dist/store/tables.js';

/** How large a chain to make up. */
export interface ChainSize {
  readonly members: number;
  /** Sales; three in a hundred come back, wholly or in part. */
  readonly receipts: number;
}

const [STORES, SKUS, DAYS, FIRST_DAY] = [105, 5_000, 730, '2024-11-01'];
/** Sales of one statement: what it gathers fits into memory. */
const CHUNK = 500_000;
const MONTHS = Array.from({ length: 26 }, (_, month) => {
  const first = `DATE '${FIRST_DAY}' + INTERVAL ${month} MONTH`;
  return `f.business_day >= ${first} AND f.business_day < ${first} + INTERVAL 1 MONTH`;
});
const ZERO = '00000000-0000-0000-0000-000000000000';

/** A number from 0 to 1 that is always the same for `n`, and another for every `salt`. */
const chance = (n: string, salt: number): string => `(hash(${n} * 31 + ${salt}) % 1000003 / 1000003.0)`;
const uuid = (n: string): string =>
  `format('{:08x}-0000-7000-8000-{:012x}', CAST(${n} AS BIGINT), CAST(${n} AS BIGINT))::UUID`;

/**
 * Fills an empty store file by SQL: 105 stores of unlike size, two years with busy hours and weekends, members and goods of whom few
 * do most, 70 % of the sales identified, three lines each; and what is made of facts, in order.
 */
export async function buildChain(path: string, { members, receipts }: ChainSize): Promise<void> {
  const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  for (const statement of [...prelude, ...catalogue(members)]) await connection.run(statement);
  for (let first = 0; first < receipts; first += CHUNK)
    await addSales(connection, { first, last: Math.min(first + CHUNK, receipts), members, receipts });
  for (const table of DERIVED) await derive(connection, table);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

/** Rollups month by month, so that what is gathered fits into memory; member tables whole, since their order knows no months. */
async function derive(connection: DuckDBConnection, table: DerivedTable): Promise<void> {
  const order = table.key.map((field) => `f.${columnName(field)}`).join(', ');
  const months = table.keep === 'SUM' ? MONTHS : [''];
  for (const within of months)
    await connection.run(`INSERT INTO ${table.name} ${derivation(table, table.from.name, within)} ORDER BY ${order}`);
  await connection.run(`INSERT INTO sorted_tables SELECT '${table.name}', count(*) FROM ${table.name}`);
}

function catalogue(members: number): string[] {
  return [
    `INSERT INTO stores BY NAME SELECT 'S' || n AS store_id, 1 AS revision, 'Store ' || n AS name, 'City ' || n % 17 AS city,
      'MAIN' AS legal_entity, 'Asia/Almaty' AS time_zone FROM range(${STORES}) AS t(n)`,
    `INSERT INTO products BY NAME SELECT 'SKU-' || n AS sku, 1 AS revision, 'Product ' || n AS name, ${categoryOf('n')} AS category_path,
      ${brandOf('n')} AS brand FROM range(${SKUS}) AS t(n)`,
    `INSERT INTO members BY NAME SELECT ${uuid('n')} AS member_id, 1 AS revision, 'ACTIVE' AS status,
      if(${chance('n', 1)} < 0.6, 'FEMALE', 'MALE') AS gender, DATE '1945-01-01' + CAST(${chance('n', 2)} * 22000 AS INTEGER) AS birth_date,
      'City ' || n % 17 AS city, 'S' || n % ${STORES} AS home_store_id, 'ru' AS language, 'POS' AS channel,
      TIMESTAMP '${FIRST_DAY}' + CAST(${chance('n', 3)} * ${DAYS} AS INTEGER) * INTERVAL 1 DAY AS registered_at,
      CAST(registered_at AS DATE) AS business_day FROM range(${members}) AS t(n)`,
  ];
}

const categoryOf = (sku: string): string => `'Department ' || ${sku} % 12 || ' > Category ' || ${sku} % 180`;
const brandOf = (sku: string): string => `'Brand ' || ${sku} % 150`;

interface Chunk extends ChainSize {
  readonly first: number;
  readonly last: number;
}

async function addSales(connection: DuckDBConnection, { first, last, members, receipts }: Chunk): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE sold AS
    SELECT n, 'receipt-' || n AS receipt_id, 'SALE' AS kind, '' AS original_receipt_id, ${chance('n', 4)} < 0.7 AS identified,
      'S' || CAST(floor(pow(${chance('n', 5)}, 1.6) * ${STORES}) AS BIGINT) AS store_id,
      if(identified, ${uuid(`floor(pow(${chance('n', 6)}, 2) * ${members})`)}, '${ZERO}'::UUID) AS member_id,
      DATE '${FIRST_DAY}' + CAST(floor(n * ${DAYS} / ${receipts}) AS INTEGER) AS business_day,
      10 + CAST(floor((${chance('n', 7)} + ${chance('n', 8)}) * 6) AS INTEGER) AS business_hour,
      business_day + to_hours(business_hour - 5) + to_seconds(n % 3600) AS occurred_at,
      1 + CAST(floor(pow(${chance('n', 9)}, 1.5) * 6) AS INTEGER) AS line_count FROM range(${first}, ${last}) AS t(n)`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE sold_lines AS
    SELECT *, 'SKU-' || item AS sku, ${categoryOf('item')} AS category_path, ${brandOf('item')} AS brand, 1000 AS quantity_milli,
      if(promo, 5000, 0) AS discount_minor, 20000 + item * 7 % 90000 AS amount_minor,
      if(item % 3 = 0, NULL, amount_minor * 6 // 10) AS cost_minor, if(promo, ['P1'], NULL) AS promotion_ids
    FROM (SELECT *, CAST(floor(pow(${chance('(n * 8 + line_no)', 10)}, 2) * ${SKUS}) AS BIGINT) AS item, ${chance('(n * 8 + line_no)', 11)} < 0.25 AS promo
      FROM (SELECT *, business_day AS sale_day, business_hour AS sale_hour, store_id AS sale_store_id, unnest(range(1, line_count + 1)) AS line_no FROM sold))`);
  // Of what comes back, two of three receipts come back whole.
  await connection.run(`INSERT INTO sold_lines SELECT * REPLACE ('back-' || n AS receipt_id, 'RETURN' AS kind, receipt_id AS original_receipt_id,
      business_day + 2 AS business_day, occurred_at + INTERVAL 2 DAY AS occurred_at, -quantity_milli AS quantity_milli,
      -discount_minor AS discount_minor, -amount_minor AS amount_minor, -cost_minor AS cost_minor)
    FROM sold_lines WHERE n % 33 = 0 AND (line_no = 1 OR n % 99 <> 0)`);
  await connection.run(`INSERT INTO receipts BY NAME SELECT receipt_id, kind, original_receipt_id, identified, store_id, member_id, occurred_at,
      occurred_at AS recorded_at, business_day, business_hour, 'MAIN' AS legal_entity, count(*) AS line_count,
      sum(amount_minor) AS payable_minor, sum(discount_minor) AS discount_minor, sum(amount_minor + discount_minor) AS total_minor,
      sum(amount_minor) // 20 AS points_earned_minor, true AS points_booked, sale_day, sale_hour, sale_store_id,
      sum(quantity_milli) AS quantity_milli,
      coalesce(sum(cost_minor), 0) AS cost_minor, coalesce(sum(amount_minor) FILTER (cost_minor IS NOT NULL), 0) AS costed_minor,
      coalesce(sum(amount_minor) FILTER (promo), 0) AS promo_minor
    FROM sold_lines GROUP BY ALL ORDER BY business_day`);
  await connection.run(
    `INSERT INTO points BY NAME SELECT receipt_id || ':EARNED' AS movement_id, receipt_id, 'EARNED' AS kind, sum(amount_minor) // 20 AS amount_minor,
      'MAIN' AS legal_entity, store_id, member_id, occurred_at, business_day, business_hour FROM sold_lines WHERE identified AND kind = 'SALE' GROUP BY ALL`,
  );
  await connection.run('INSERT INTO lines BY NAME SELECT * EXCLUDE (n, line_count, item) FROM sold_lines');
}
