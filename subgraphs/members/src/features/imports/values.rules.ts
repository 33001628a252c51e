import { isKeepable, type ImportRejection, type ImportRow } from '@adal/service';
import { DateTime } from 'luxon';

/** The first field of a row that no database can keep; null when there is none. */
export function unreadableField(row: ImportRow, columns: readonly string[]): ImportRejection | null {
  const column = columns.find((name) => !isKeepable(row.field(name) ?? ''));
  if (column === undefined) return null;
  const reason = 'The text holds a zero byte or half of a surrogate pair.';
  return { line: row.line, column, code: 'VALUE_UNREADABLE', reason };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/;

/** RFC 3339 in UTC of a time or date; one without an offset is local to `timeZone`. Null when it cannot be read. */
export function readInstant(text: string, timeZone: string): string | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const iso = text.replace(' ', 'T');
  // Most times carry an offset; the language reads those itself, twenty times as fast.
  if (!match.groups?.['offset']) return DateTime.fromISO(iso, { zone: timeZone }).toUTC().toISO();
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
