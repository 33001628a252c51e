import type { DataSource, ObjectLiteral } from 'typeorm';

/**
 * A row as Postgres writes it in text: `(one,"two",)`, in the order of its table's columns, which entities keep. The booking
 * functions take rows and arrays of rows; reading them costs Postgres half of what JSON does.
 */
export function rowLiteral<T extends ObjectLiteral>(db: DataSource, entity: new () => T, row: T): string {
  const fields = db.getMetadata(entity).columns.map(({ propertyName }) => fieldOf(row[propertyName]));
  return `(${fields.join(',')})`;
}

function fieldOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return quoted(`\\x${value.toString('hex')}`);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return quoted(`{${value.map(quoted).join(',')}}`);
  return quoted(JSON.stringify(value));
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
