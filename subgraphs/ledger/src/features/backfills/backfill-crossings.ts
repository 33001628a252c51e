import { PointsCrossed, sealEvent, type BackfillSource } from '@adal/events';
import { listCrossings } from '../lots';

/** Entries that a page passes; few of them cross. */
const ENTRIES_MAX = 2_000;
const ENTRIES = 'select seq from journal_entry where seq > $1 order by seq limit $2';

/** Whose points paid for whom, in the order of the journal. */
export const crossingsBackfill: BackfillSource = {
  kind: 'crossings',
  tables: ['journal_entry'],
  page: async (db, after, origin) => {
    const passed = [after ?? '0', ENTRIES_MAX] as const;
    const ends: { last: string | null; entries: number }[] = await db.query(
      `select max(seq) as last, count(*)::int as entries from (${ENTRIES}) e`,
      [...passed],
    );
    const { last = null, entries = 0 } = ends[0] ?? {};
    const movements = await listCrossings(db.manager, ENTRIES, passed);
    return {
      events: movements.length > 0 ? [sealEvent(PointsCrossed, { movements }, origin)] : [],
      rows: entries,
      next: entries === ENTRIES_MAX ? last : null,
    };
  },
};
