import type { EntityManager, ObjectLiteral } from 'typeorm';
import { rowLiteral } from '../../db/row-literal';

/**
 * Inserts rows of one table in one statement. A row that is there already means that another writer was faster: the caller's
 * transaction is tried again.
 */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => T,
  rows: readonly T[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const written = columns
    .filter(({ isInsert }) => isInsert)
    .map(({ databaseName }) => databaseName)
    .join(', ');
  const inserted: unknown[] = await tx.query(
    `insert into ${tableName} (${written}) select ${written} from unnest($1::${tableName}[]) on conflict do nothing returning 1`,
    [rows.map((row) => rowLiteral(tx.connection, entity, row))],
  );
  if (inserted.length !== rows.length)
    throw Object.assign(new Error(`Rows of ${tableName} were inserted meanwhile`), { code: '40001' });
}
