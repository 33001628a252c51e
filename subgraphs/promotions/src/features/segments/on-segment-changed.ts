import { defineConsumer, SegmentChanged } from '@adal/events';

/** Keeps who is in which segment; the news may come in any order. */
export const onSegmentChanged = defineConsumer({
  durable: 'promotions-segments-changed',
  contract: SegmentChanged,
  handle: async (tx, events) => {
    const words = events.flatMap(({ data: { segmentId, sequence, joined, left } }) => [
      ...joined.map((memberId) => ({ memberId, segmentId, sequence, isMember: true })),
      ...left.map((memberId) => ({ memberId, segmentId, sequence, isMember: false })),
    ]);
    await tx.query(
      `insert into segment_member as known (member_id, segment_id, sequence, is_member)
       select distinct on ("memberId", "segmentId") "memberId", "segmentId", sequence, "isMember"
       from json_to_recordset($1::json) as word ("memberId" uuid, "segmentId" text, sequence bigint, "isMember" boolean)
       order by "memberId", "segmentId", sequence desc
       on conflict (member_id, segment_id) do update set sequence = excluded.sequence, is_member = excluded.is_member
       where excluded.sequence > known.sequence`,
      [JSON.stringify(words)],
    );
  },
});
