import type { ImportRejection, ImportRow } from '@adal/service';
import { memberLookup, type MemberLookup } from '../members';

/** Columns of a file, the surest first, and the key of a member that each is. */
const KEYS = { id: 'id', member_id: 'externalId', card_number: 'cardNumber', phone: 'phone' } as const;
type Column = keyof typeof KEYS;
const COLUMNS = Object.keys(KEYS) as Column[];

/** Whom a row names, and in which column. */
export interface NamedMember {
  readonly line: number;
  readonly column: Column;
  readonly lookup: MemberLookup;
}

export const isListColumn = (column: string): boolean => column in KEYS;

/** Reads whom a row names, or says what is wrong with it. */
export function readListRow(row: ImportRow, country: string): NamedMember | ImportRejection {
  const { line } = row;
  const column = COLUMNS.find((name) => row.field(name) !== null);
  if (column === undefined) {
    return { line, column: null, code: 'KEY_MISSING', reason: `Fill one of ${COLUMNS.join(', ')}.` };
  }
  const value = row.field(column) ?? '';
  const lookup = value.includes('\0') ? null : memberLookup({ [KEYS[column]]: value }, country);
  return lookup === null
    ? { line, column, code: `${column.toUpperCase()}_INVALID`, reason: `${column} cannot be read.` }
    : { line, column, lookup };
}

/** The row of somebody nobody knows. */
export const unknownMember = ({ line, column }: NamedMember): ImportRejection => ({
  line,
  column,
  code: 'MEMBER_UNKNOWN',
  reason: 'Nobody has this key, or the member is closed.',
});
