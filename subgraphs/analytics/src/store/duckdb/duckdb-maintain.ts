import type { DuckDBConnection } from '@duckdb/node-api';
import { DERIVED, memberReceipts, WITH_GOODS, type DerivedTable } from '../derived-tables';
import { columnName } from '../tables';
import { fillGoods } from './duckdb-append';
import { createTable } from './duckdb-schema';
import { inTransaction } from './duckdb-transaction';

/** A table is put in order again when more of it than this came since, in rows or as a share. */
const TAIL = { rows: 2_000_000, share: 0.05 };

/** Who may write to what: the keeper copies while the writer goes on appending, and the writer changes the tables over. */
export interface Upkeep {
  readonly keeper: DuckDBConnection;
  whileWriting<T>(work: (writer: DuckDBConnection) => Promise<T>): Promise<T>;
  /** Is told the share done. */
  report(share: number): void;
  /** True once the store is to be closed. */
  stopping(): boolean;
}

/**
 * Puts the derived tables in order: member tables in that of members, rollups with one row a key. What was appended
 * while a table was copied is its next tail.
 */
export async function maintain(upkeep: Upkeep): Promise<void> {
  const due: DerivedTable[] = [];
  for (const table of DERIVED) if (await isDue(upkeep.keeper, table)) due.push(table);
  for (const [index, table] of due.entries()) {
    if (upkeep.stopping()) return;
    upkeep.report(index / due.length);
    await putInOrder(upkeep, table);
  }
}

async function isDue(keeper: DuckDBConnection, { name }: DerivedTable): Promise<boolean> {
  const found = await keeper.runAndReadAll(`SELECT (SELECT count(*) FROM ${name}) AS all_rows,
    coalesce((SELECT sorted_rows FROM sorted_tables WHERE table_name = '${name}'), 0) AS sorted_rows`);
  const [row] = found.getRowObjectsJson() as { all_rows: string; sorted_rows: string }[];
  const [all, sorted] = [Number(row?.all_rows), Number(row?.sorted_rows)];
  return all - sorted > Math.min(TAIL.rows, TAIL.share * all);
}

async function putInOrder({ keeper, whileWriting }: Upkeep, table: DerivedTable): Promise<void> {
  const [{ name }, next] = [table, `${table.name}_in_order`];
  const end = await inTransaction(keeper, async () => {
    await keeper.run(`DROP TABLE IF EXISTS ${next}`);
    await keeper.run(createTable(table, next));
    await keeper.run(`INSERT INTO ${next} ${inOrder(table)}`);
    const found = await keeper.runAndReadAll(`SELECT coalesce(max(rowid) + 1, 0) AS last FROM ${name}`);
    return Number((found.getRowObjectsJson() as { last: string }[])[0]?.last);
  });
  await whileWriting((writer) =>
    inTransaction(writer, async () => {
      await writer.run('DELETE FROM sorted_tables WHERE table_name = $name', { name });
      await writer.run(`INSERT INTO sorted_tables SELECT '${name}', count(*) FROM ${next}`);
      await writer.run(`INSERT INTO ${next} SELECT * FROM ${name} WHERE rowid >= ${end}`);
      // A product may have become known meanwhile.
      if (WITH_GOODS.includes(table)) await fillGoods(writer, next, 'products');
      if (table === memberReceipts) await markUndone(writer, name, next);
      await writer.run(`DROP TABLE ${name}`);
      await writer.run(`ALTER TABLE ${next} RENAME TO ${name}`);
    }),
  );
}

/** Of a sale that was copied, all may have come back since. */
async function markUndone(writer: DuckDBConnection, name: string, next: string): Promise<void> {
  await writer.run(`UPDATE ${next} AS f SET stands = false FROM ${name} AS u
    WHERE u.kind = 'SALE' AND NOT u.stands AND f.stands AND f.member_id = u.member_id AND f.receipt_id = u.receipt_id`);
}

/** Rows of the table as they should lie. Sums of sums are sums: a rollup is made of itself as it is made of facts. */
function inOrder({ name, keep, key, columns }: DerivedTable): string {
  const keys = key.map((field) => `f.${columnName(field)}`).join(', ');
  const selected = Object.keys(columns).map((field) =>
    keep === 'SUM' && !key.includes(field) ? `sum(f.${columnName(field)})` : `f.${columnName(field)}`,
  );
  return `SELECT ${selected.join(', ')} FROM ${name} AS f ${keep === 'SUM' ? `GROUP BY ${keys}` : ''} ORDER BY ${keys}`;
}
