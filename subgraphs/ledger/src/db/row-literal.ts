import type { DataSource, ObjectLiteral } from 'typeorm';

/**
 * A row as Postgres writes it in text: `(one,"two",)`, in the order of its table's columns, which entities keep. The booking
 * functions take rows and arrays of rows; reading them costs Postgres half of what JSON does.
 */
export function rowLiteral<T extends ObjectLiteral>(db: DataSource, entity: new () => T, row: T): string {
  const fields = db
    .getMetadata(entity)
    .columns.map(({ propertyName, isArray }) =>
      isArray ? arrayOf(row[propertyName] as readonly string[] | null) : fieldOf(row[propertyName]),
    );
  return `(${fields.join(',')})`;
}

function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return quoted(`\\x${value.toString('hex')}`);
  return quoted(JSON.stringify(value));
}

const arrayOf = (items: readonly string[] | null): string =>
  items === null ? '' : quoted(`{${items.map(quoted).join(',')}}`);

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
