import { backfillPage, PointsCrossed, sealEvent, type BackfillSource } from '@adal/events';
import { listCrossings } from '../lots';

/** Entries that a page passes; few of them cross. */
const ENTRIES_MAX = 2_000;

/** Whose points paid for whom, in the order of the journal. */
export const crossingsBackfill: BackfillSource = {
  kind: 'crossings',
  tables: ['journal_entry'],
  page: async (db, after, origin) => {
    const entries: { seq: string; id: string }[] = await db.query(
      'select seq, id from journal_entry where seq > $1 order by seq limit $2',
      [after ?? '0', ENTRIES_MAX],
    );
    const crossings = await listCrossings(db.manager, 'select unnest($1::bigint[])', [entries.map(({ seq }) => seq)]);
    const ofEntry = Map.groupBy(crossings, ({ entryId }) => entryId);
    return backfillPage(
      entries.map(({ seq, id }) => ({ seq, movements: ofEntry.get(id) ?? [] })),
      ENTRIES_MAX,
      ({ seq }) => seq,
      (rows) => {
        const movements = rows.flatMap((row) => row.movements);
        return movements.length > 0 ? [sealEvent(PointsCrossed, { movements }, origin)] : [];
      },
    );
  },
};
