import { backfillPage, MembersImported, sealEvent, type BackfillSource } from '@adal/events';
import { listSnapshots } from './snapshot.queries';

const MEMBERS_MAX = 300;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Members as they are, by id: told again, of any age, to whoever asks (ADR 25). */
export const membersBackfill: BackfillSource = {
  kind: 'members',
  tables: ['member'],
  page: async (db, after, origin) => {
    const ids: { id: string }[] = await db.query('select id from member where id > $1 order by id limit $2', [
      after ?? FIRST,
      MEMBERS_MAX,
    ]);
    const known = await listSnapshots(
      db.manager,
      ids.map(({ id }) => id),
    );
    return backfillPage(
      known.sort((left, right) => (left.memberId < right.memberId ? -1 : 1)),
      MEMBERS_MAX,
      ({ memberId }) => memberId,
      (members) => [sealEvent(MembersImported, { importId: 'backfill', members: [...members] }, origin)],
    );
  },
};
