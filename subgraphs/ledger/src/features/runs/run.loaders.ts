import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { clientIdOf, type RunKind } from './run-kinds';

/** The row that an entry books or undoes. */
export interface RunPlace {
  readonly kind: RunKind;
  readonly id: string;
  readonly line: number;
  readonly undoes: boolean;
}

/** Rows of runs by the place of their entries in the journal; null for entries of anything else. */
export function entryRunsLoader(db: DataSource): DataLoader<bigint, RunPlace | null> {
  return new DataLoader(async (seqs) => {
    const rows: { seq: string; run_id: string; line: number; undoes: boolean }[] = await db.query(
      `select l.opened_by as seq, r.import_id as run_id, r.line, false as undoes
       from posting p join lot l on l.id = p.lot_id and l.opened_by = p.entry_seq join imported_row r on r.lot_id = l.id
       where p.entry_seq = any($1::bigint[])
       union all select undone_seq, import_id, line, true from imported_row where undone_seq = any($1::bigint[])`,
      [seqs],
    );
    const runs = new Map(rows.map((row) => [BigInt(row.seq), row]));
    return seqs.map((seq) => {
      const row = runs.get(seq);
      if (!row) return null;
      const id = clientIdOf(row.run_id);
      return { kind: id === row.run_id ? 'OPENING_BALANCE' : 'GRANT', id, line: row.line, undoes: row.undoes };
    });
  });
}
