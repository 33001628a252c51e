import { badInput, isUuid } from '@adal/service';
import type { DataSource } from 'typeorm';

export interface SegmentOverlap {
  readonly sizes: number[];
  readonly parts: { in: number[]; members: number }[];
}

const SEGMENTS_MAX = 6;

/** Members by the set of the segments they are in, the largest part first. */
export async function segmentOverlap(db: DataSource, ids: readonly string[]): Promise<SegmentOverlap> {
  if (ids.length < 2 || ids.length > SEGMENTS_MAX || new Set(ids).size < ids.length)
    throw badInput(`Name two to ${SEGMENTS_MAX} different segments.`);
  if (!ids.every(isUuid)) throw badInput('Segments are named by their ids, UUIDs.');
  const rows: { bits: number; members: number }[] = await db.query(
    `select bits, count(*)::integer as members from (
       select member_id, sum(1 << (array_position($1::uuid[], segment_id) - 1))::integer as bits
       from segment_member where segment_id = any($1) group by member_id) m
     group by bits order by members desc, bits`,
    [ids],
  );
  const parts = rows.map(({ bits, members }) => ({
    in: ids.flatMap((_, index) => (bits & (1 << index) ? [index] : [])),
    members,
  }));
  const sizeOf = (index: number): number =>
    parts.reduce((sum, part) => sum + (part.in.includes(index) ? part.members : 0), 0);
  return { sizes: ids.map((_, index) => sizeOf(index)), parts };
}
