import { isClientId } from './ids';

const ROWS_MAX = 1_000;
const COLUMNS_MAX = 200;

/** A chunk as the graph's ImportInput carries it. */
export interface ImportChunk {
  readonly importId: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: readonly (string | null | undefined)[] }[];
}

/** One row by column; a blank field is null, and so is a column the file lacks. */
export interface ImportRow {
  readonly line: number;
  field(column: string): string | null;
}

/** Why a row did not land. */
export interface ImportRejection {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly reason: string;
}

/** What became of a chunk. */
export interface ImportLanded {
  readonly __typename: 'ImportLanded';
  readonly read: number;
  readonly landed: number;
  readonly unchanged: number;
  readonly rejected: ImportRejection[];
  readonly amount: bigint;
  readonly quantity: bigint;
}

/** Answers a chunk: every row landed, was there already, or comes back. */
export function importLanded(
  read: number,
  landed: number,
  rejected: readonly ImportRejection[],
  sums = { amount: 0n, quantity: 0n },
): ImportLanded {
  return {
    __typename: 'ImportLanded',
    read,
    landed,
    unchanged: read - landed - rejected.length,
    rejected: rejected.toSorted((one, other) => one.line - other.line),
    ...sums,
  };
}

/** A chunk that cannot be read as a whole. */
export interface ImportInvalid {
  readonly __typename: 'ImportInvalid';
  readonly code: string;
  readonly message: string;
}

/** Reads a chunk whose columns are known, or says why it cannot be read as a whole. */
export function readImportChunk(
  chunk: ImportChunk,
  required: readonly string[],
  isKnown: (column: string) => boolean,
): readonly ImportRow[] | ImportInvalid {
  const columns = chunk.columns.map((column) => column.trim());
  const positions = new Map(columns.map((column, index) => [column, index]));
  if (!isClientId(chunk.importId)) return invalid('IMPORT_ID_INVALID', 'importId must be 1 to 64 visible characters.');
  if (chunk.rows.length > ROWS_MAX) return invalid('TOO_MANY_ROWS', `A chunk has at most ${ROWS_MAX} rows.`);
  if (columns.length > COLUMNS_MAX) return invalid('TOO_MANY_COLUMNS', `A file has at most ${COLUMNS_MAX} columns.`);
  const missing = required.filter((column) => !positions.has(column));
  if (missing.length > 0) return invalid('COLUMN_MISSING', `The file lacks ${missing.join(', ')}: add or map them.`);
  const unknown = columns.filter((column) => !isKnown(column));
  if (unknown.length > 0) {
    return invalid('COLUMN_UNKNOWN', `Nobody knows the column ${unknown.join(', ')}: drop it, or name it attr:<name>.`);
  }
  if (positions.size < columns.length) return invalid('COLUMN_REPEATED', 'A column is there twice.');
  const ragged = chunk.rows.find(({ values }) => values.length !== columns.length);
  if (ragged) {
    const { line, values } = ragged;
    return invalid('ROWS_RAGGED', `Line ${line} has ${values.length} fields instead of ${columns.length}.`);
  }
  return chunk.rows.map(({ line, values }) => ({
    line,
    field: (column) => values[positions.get(column) ?? -1]?.trim() || null,
  }));
}

const invalid = (code: string, message: string): ImportInvalid => ({ __typename: 'ImportInvalid', code, message });
