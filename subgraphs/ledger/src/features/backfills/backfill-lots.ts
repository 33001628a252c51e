import { backfillPage, LotsTold, sealEvent, type BackfillSource } from '@adal/events';
import { lotSnapshotOf, type TakenLot } from '../lots';

const LOTS_MAX = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Lots as they are, by id. Their revision is how far lots have been told: a lot that was moved since is told by the job, under a
 * higher one.
 */
export const lotsBackfill: BackfillSource = {
  kind: 'lots',
  tables: ['lot'],
  page: async (db, after, origin) => {
    const rows: TakenLot[] = await db.query(
      `select id, member_id, legal_entity, left_minor::float8, status, source, activates_at, expires_at,
         (select greatest(upto_xid, 0) from told_lots)::float8 as revision
       from lot where id > $1 order by id limit $2`,
      [after ?? FIRST, LOTS_MAX],
    );
    return backfillPage(
      rows.map(lotSnapshotOf),
      LOTS_MAX,
      ({ lotId }) => lotId,
      (lots) => [sealEvent(LotsTold, { lots: [...lots] }, origin)],
    );
  },
};
