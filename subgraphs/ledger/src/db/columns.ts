import type { DataSource, ObjectLiteral } from 'typeorm';

/** A row as its table has it, ready for `jsonb_populate_record`: column names, amounts as text, bytes in hex. */
export function columnsOf<T extends ObjectLiteral>(
  db: DataSource,
  entity: new () => T,
  row: T,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const { propertyName, databaseName } of db.getMetadata(entity).columns) {
    const value: unknown = row[propertyName];
    columns[databaseName] =
      typeof value === 'bigint' ? value.toString() : Buffer.isBuffer(value) ? hexOf(value) : value;
  }
  return columns;
}

/** Bytes as Postgres reads them. */
export const hexOf = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
