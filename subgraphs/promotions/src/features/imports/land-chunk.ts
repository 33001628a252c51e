import {
  importLanded,
  inTransaction,
  readImportChunk,
  type ImportInvalid,
  type ImportLanded,
  type ImportRejection,
  type ImportRow,
} from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';
import type { ImportInput } from '../../generated/graphql';

/** How many rows changed something, and those that cannot land beside what is there. */
export interface Landing {
  readonly landed: number;
  readonly rejected: readonly ImportRejection[];
}

/** One kind of file: its columns, its rows, and how good ones land. */
interface FileKind<Row, Refusal> {
  readonly required: readonly string[];
  isColumn(column: string): boolean;
  read(row: ImportRow): Row | ImportRejection;
  land(tx: EntityManager, rows: readonly Row[]): Promise<Landing | Refusal>;
}

/** Lands a chunk: good rows land, bad rows come back, the same chunk again changes nothing, a dry run leaves no trace. */
export async function landChunk<Row extends object, Refusal extends { readonly __typename: string } = never>(
  db: DataSource,
  input: ImportInput,
  { required, isColumn, read, land }: FileKind<Row, Refusal>,
): Promise<ImportLanded | ImportInvalid | Refusal> {
  const rows = readImportChunk(input, required, isColumn);
  if ('__typename' in rows) return rows;
  const readRows = rows.map(read);
  const unreadable = readRows.filter((row): row is ImportRejection => 'reason' in row);
  const readable = readRows.filter((row): row is Row => !('reason' in row));
  const landing = await inTrial(db, input.dryRun ?? false, (tx) => land(tx, readable));
  if ('__typename' in landing) return landing;
  return importLanded(rows.length, landing.landed, [...unreadable, ...landing.rejected]);
}

/** Leaves a transaction without a trace. */
class Trial<T> extends Error {
  constructor(readonly outcome: T) {
    super('A dry run ends here');
  }
}

async function inTrial<T>(db: DataSource, isTrial: boolean, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, async (tx) => {
      const outcome = await work(tx);
      if (isTrial) throw new Trial(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Trial) return error.outcome as T;
    throw error;
  }
}
