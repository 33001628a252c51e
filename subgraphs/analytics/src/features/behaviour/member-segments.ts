import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { SegmentRow } from '../segment-members';

/** A segment that a member is in, and since when. */
export interface MemberSegment {
  readonly segment: SegmentRow;
  readonly since: Date;
}

/** The segments of members, those entered last first. */
export function memberSegmentsLoader(db: DataSource): DataLoader<string, MemberSegment[]> {
  return new DataLoader(async (memberIds) => {
    const inside: { segment_id: string; member_id: string; since: Date }[] = await db.query(
      'select segment_id, member_id, since from segment_member where member_id = any($1::uuid[]) order by since desc, segment_id',
      [memberIds],
    );
    const ids = [...new Set(inside.map(({ segment_id }) => segment_id))];
    const rows = await db.getRepository(SegmentRow).findBy(ids.map((id) => ({ id })));
    const segments = new Map(rows.map((row) => [row.id, row]));
    return memberIds.map((id) =>
      inside.flatMap(({ segment_id, member_id, since }) => {
        const segment = member_id === id ? segments.get(segment_id) : undefined;
        return segment ? [{ segment, since }] : [];
      }),
    );
  });
}
