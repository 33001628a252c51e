import { isLocalDate, MILLI_MAX, MINOR_MAX, parseMilli, parseMinor } from '@adal/money';
import type { ImportRejection, ImportRow } from '@adal/service';
import { DateTime } from 'luxon';

/** Reads the fields of one row; the first thing wrong with it is its fault, and what is wrong reads as null. */
export interface RowReader {
  readonly line: number;
  readonly fault: ImportRejection | null;
  reject(column: string | null, code: string, reason: string): void;
  /** A text of at most `lengthMax` characters. */
  text(column: string, lengthMax?: number): string | null;
  /** A text that must be there. */
  required(column: string): string;
  money(column: string): bigint | null;
  quantity(column: string): bigint | null;
  degrees(column: string): number | null;
  date(column: string): string | null;
  /** RFC 3339; a time or date without an offset is local to `timeZone`. */
  instant(column: string, timeZone: string): Date | null;
}

const TEXT_LENGTH_MAX = 64;

/** Makes the reader of a row. */
export function readRow(row: ImportRow): RowReader {
  let fault: ImportRejection | null = null;
  const reject = (column: string | null, code: string, reason: string): void => {
    fault ??= { line: row.line, column, code, reason };
  };
  const read = <T>(column: string, parse: (text: string) => T | null, reason: string): T | null => {
    const text = row.field(column);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) reject(column, `${column.toUpperCase()}_INVALID`, `${column} ${reason}`);
    return value;
  };
  const text = (column: string, lengthMax = TEXT_LENGTH_MAX): string | null =>
    read(
      column,
      (value) => (value.length <= lengthMax && !/[\p{Cc}\p{Cs}]/u.test(value) ? value : null),
      `must be at most ${lengthMax} visible characters.`,
    );
  return {
    line: row.line,
    get fault() {
      return fault;
    },
    reject,
    text,
    required: (column) => {
      const value = text(column, 200);
      if (value === null) reject(column, `${column.toUpperCase()}_MISSING`, `${column} is blank.`);
      return value ?? '';
    },
    money: (column) =>
      read(column, (value) => within(parseMinor(value), MINOR_MAX), 'must be an amount such as 1250.00.'),
    quantity: (column) =>
      read(column, (value) => within(parseMilli(value), MILLI_MAX), 'must be a number such as 1.250.'),
    degrees: (column) =>
      read(
        column,
        (value) => (/^-?\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : null),
        'must be degrees such as 43.238.',
      ),
    date: (column) =>
      read(column, (value) => (isLocalDate(value) ? value : null), 'must be a date such as 2026-11-22.'),
    instant: (column, timeZone) =>
      read(column, (value) => readInstant(value, timeZone), 'must be a time such as 2026-11-22T15:00:00.'),
  };
}

const within = (value: bigint | null, max: bigint): bigint | null =>
  value === null || value > max || value < -max ? null : value;

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?<offset>[Zz]|[+-]\d{2}:?\d{2})?)?$/;

function readInstant(text: string, timeZone: string): Date | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const iso = text.replace(' ', 'T');
  // The language reads a time with an offset itself, twenty times as fast.
  const at = match.groups?.['offset'] ? new Date(iso) : DateTime.fromISO(iso, { zone: timeZone }).toJSDate();
  return Number.isNaN(at.getTime()) ? null : at;
}
