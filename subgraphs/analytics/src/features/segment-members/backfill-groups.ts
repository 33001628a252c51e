import { backfillPage, sealEvent, SegmentChanged, type BackfillSource } from '@adal/events';

const ROWS_MAX = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface GroupMember {
  readonly segmentId: string;
  readonly memberId: string;
  readonly sequence: number;
}

/** Who is in which group, told again to our own store when it begins empty (ADR 25). Segments are questions: nobody keeps who is in them. */
export const groupsBackfill: BackfillSource = {
  kind: 'groups',
  tables: ['segment_member'],
  page: async (db, after, origin) => {
    const rows: GroupMember[] = await db.query(
      `select s.id as "segmentId", m.member_id as "memberId", s.sequence::float8 as sequence
       from segment_member m join segment s on s.id = m.segment_id
       where s.kind = 'GROUP' and (m.segment_id, m.member_id) > ($1, $2) order by m.segment_id, m.member_id limit $3`,
      [...(after?.split(' ') ?? [FIRST, FIRST]), ROWS_MAX],
    );
    return backfillPage(
      rows,
      ROWS_MAX,
      ({ segmentId, memberId }) => `${segmentId} ${memberId}`,
      (told) =>
        [...Map.groupBy(told, ({ segmentId }) => segmentId)].map(([segmentId, members]) => {
          const joined = members.map(({ memberId }) => memberId);
          const sequence = members[0]?.sequence ?? 0;
          return sealEvent(
            SegmentChanged,
            { segmentId, sequence, at: origin.now.toISOString(), joined, left: [], isGroup: true },
            origin,
          );
        }),
    );
  },
};
