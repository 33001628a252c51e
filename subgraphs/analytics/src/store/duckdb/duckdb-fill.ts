import type { DuckDBConnection } from '@duckdb/node-api';
import { DERIVED, derivation } from '../derived-tables';
import { inTransaction } from './duckdb-transaction';

/** Months whose facts are not in the derived tables yet: a file of an older version. */
export const UNFILLED = 'unfilled_months';

/** Empties the derived tables there are, and notes every month as one to fill. */
export function markUnfilled(connection: DuckDBConnection, tables: ReadonlySet<string>): Promise<void> {
  return inTransaction(connection, async () => {
    for (const { name } of DERIVED) if (tables.has(name)) await connection.run(`DELETE FROM ${name}`);
    for (const name of [UNFILLED, 'sorted_tables']) await connection.run(`DELETE FROM ${name}`);
    await connection.run(
      `INSERT INTO ${UNFILLED} SELECT DISTINCT CAST(date_trunc('month', business_day) AS DATE) FROM receipts`,
    );
  });
}

/** Fills month by month, each in a transaction of its own; `report` is told the share done. Ends early when `stopping` says so. */
export async function fillDerived(
  connection: DuckDBConnection,
  report: (share: number) => void,
  stopping: () => boolean,
): Promise<void> {
  const found = await connection.runAndReadAll(
    `SELECT CAST(month AS VARCHAR) AS month FROM ${UNFILLED} ORDER BY month`,
  );
  const months = found.getRowObjectsJson() as { month: string }[];
  for (const [index, { month }] of months.entries()) {
    if (stopping()) return;
    report(index / months.length);
    await inTransaction(connection, () => fillMonth(connection, month));
  }
}

async function fillMonth(connection: DuckDBConnection, month: string): Promise<void> {
  const within = `f.business_day >= DATE '${month}' AND f.business_day < DATE '${month}' + INTERVAL 1 MONTH`;
  const lacking = `${within} AND f.sale_day IS NULL`;
  // Returns first: what names no known sale is its own.
  await connection.run(`UPDATE receipts AS f SET sale_day = o.business_day, sale_hour = o.business_hour, sale_store_id = o.store_id
    FROM receipts AS o WHERE ${lacking} AND f.original_receipt_id <> '' AND o.receipt_id = f.original_receipt_id`);
  await connection.run(`UPDATE receipts AS f SET sale_day = f.business_day, sale_hour = f.business_hour, sale_store_id = f.store_id
    WHERE ${lacking}`);
  await connection.run(`UPDATE lines AS f SET promo = ifnull(len(f.promotion_ids), 0) > 0, original_receipt_id = r.original_receipt_id,
      sale_day = r.sale_day, sale_hour = r.sale_hour, sale_store_id = r.sale_store_id
    FROM receipts AS r WHERE ${lacking} AND r.receipt_id = f.receipt_id AND r.business_day = f.business_day`);
  await connection.run(`UPDATE receipts AS f SET quantity_milli = l.quantity_milli, cost_minor = l.cost_minor,
      costed_minor = l.costed_minor, promo_minor = l.promo_minor
    FROM (SELECT f.receipt_id, f.business_day, sum(f.quantity_milli) AS quantity_milli, sum(ifnull(f.cost_minor, 0)) AS cost_minor,
        sumIf(f.amount_minor, f.cost_minor IS NOT NULL) AS costed_minor, sumIf(f.amount_minor, f.promo) AS promo_minor
      FROM lines AS f WHERE ${within} GROUP BY f.receipt_id, f.business_day) AS l
    WHERE ${within} AND f.quantity_milli = 0 AND l.receipt_id = f.receipt_id AND l.business_day = f.business_day`);
  for (const table of DERIVED)
    await connection.run(`INSERT INTO ${table.name} ${derivation(table, table.from.name, within)}`);
  await connection.run(
    `INSERT INTO touched_members SELECT DISTINCT f.member_id FROM receipts AS f WHERE ${within} AND f.identified`,
  );
  await connection.run(`DELETE FROM ${UNFILLED} WHERE month = DATE '${month}'`);
}
