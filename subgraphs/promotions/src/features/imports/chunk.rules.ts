import { isClientId } from '@adal/service';
import type { ImportInput } from '../../generated/graphql';

/** One row by column name; a blank field is null. */
export interface ChunkRow {
  line: number;
  fields: ReadonlyMap<string, string | null>;
}

export interface ImportInvalid {
  __typename: 'ImportInvalid';
  code: string;
  message: string;
}

const ROWS_MAX = 1_000;

/** Reads a chunk whose columns are known, or says why it cannot be read as a whole. */
export function readChunk(
  input: ImportInput,
  required: readonly string[],
  isKnown: (column: string) => boolean,
): ChunkRow[] | ImportInvalid {
  const columns = input.columns.map((column) => column.trim());
  if (!isClientId(input.importId)) return invalid('IMPORT_ID_INVALID', 'importId must be 1 to 64 visible characters.');
  if (input.rows.length > ROWS_MAX) return invalid('TOO_MANY_ROWS', `A chunk has at most ${ROWS_MAX} rows.`);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) return invalid('COLUMN_MISSING', `The file lacks ${missing.join(', ')}: add or map them.`);
  const unknown = columns.filter((column) => !isKnown(column));
  if (unknown.length > 0) {
    return invalid('COLUMN_UNKNOWN', `Nobody knows the column ${unknown.join(', ')}: drop it, or name it attr:<name>.`);
  }
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) return invalid('COLUMN_REPEATED', `The column ${repeated} is there twice.`);
  const ragged = input.rows.find(({ values }) => values.length !== columns.length);
  if (ragged !== undefined) {
    return invalid(
      'ROWS_RAGGED',
      `Line ${ragged.line} has ${ragged.values.length} fields instead of ${columns.length}.`,
    );
  }
  return input.rows.map(({ line, values }) => ({
    line,
    fields: new Map(columns.map((column, index) => [column, values[index]?.trim() || null])),
  }));
}

const invalid = (code: string, message: string): ImportInvalid => ({ __typename: 'ImportInvalid', code, message });
