import { connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import { In, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { SegmentFilter } from '../../generated/graphql';
import { SegmentRow } from '../segment-members';

interface Paging {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page of segments; the filter stays for the count. */
export type SegmentPage = Connection<SegmentRow> & { readonly filter: SegmentFilter };

/** Segments and groups, those changed last first. */
export async function listSegments(db: DataSource, filter: SegmentFilter, page: Paging): Promise<SegmentPage> {
  const size = pageSize(page.first);
  const query = filtered(db, filter);
  const after = decodeCursor(page.after, 2);
  if (after) query.andWhere('(segment.updatedAt, segment.id) < (:at, :id)', { at: after[0], id: after[1] });
  const rows = await query
    .orderBy('segment.updatedAt', 'DESC')
    .addOrderBy('segment.id', 'DESC')
    .limit(size + 1)
    .getMany();
  return { ...connectionOf(rows, size, page.after, (row) => [row.updatedAt.toISOString(), row.id]), filter };
}

export const countSegments = (db: DataSource, filter: SegmentFilter): Promise<number> =>
  filtered(db, filter).getCount();

export function findSegment(db: DataSource, id: string): Promise<SegmentRow | null> {
  return isUuid(id) ? db.manager.findOneBy(SegmentRow, { id }) : Promise.resolve(null);
}

function filtered(db: DataSource, filter: SegmentFilter): SelectQueryBuilder<SegmentRow> {
  const query = db.getRepository(SegmentRow).createQueryBuilder('segment').where('true');
  const { search, folder, kind, memberId } = filter;
  if (search?.trim()) query.andWhere('strpos(lower(segment.name), lower(:search)) > 0', { search: search.trim() });
  if (typeof folder === 'string') query.andWhere('segment.folder = :folder', { folder });
  if (kind) query.andWhere('segment.kind = :kind', { kind });
  if (memberId && !isUuid(memberId)) return query.andWhere('false');
  if (memberId)
    query.andWhere(
      'exists (select from segment_member m where m.segment_id = segment.id and m.member_id = :memberId)',
      { memberId },
    );
  return query;
}

/** Whether another segment has the name, whatever the case. */
export async function findTaken(tx: EntityManager, name: string, id: string): Promise<boolean> {
  const taken: unknown[] = await tx.query('select from segment where lower(name) = lower($1) and id <> $2', [name, id]);
  return taken.length > 0;
}

/** Those of the ids that are no segment's. */
export async function findUnknown(tx: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
  const known = await tx.getRepository(SegmentRow).findBy({ id: In(ids.filter(isUuid)) });
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

/** A member of a segment on a page. */
export interface SegmentMemberNode {
  readonly id: string;
  readonly since: Date;
}

/** A page of the members of a segment. */
export type SegmentMembers = Connection<SegmentMemberNode>;
export type SegmentMemberEdge = SegmentMembers['edges'][number];

/** Who is in a segment, by id. */
export async function listMembers(
  db: DataSource,
  segmentId: string,
  { first, after }: Paging,
): Promise<SegmentMembers> {
  const size = pageSize(first);
  const [from] = decodeCursor(after, 1) ?? [NIL];
  const rows: SegmentMemberNode[] = await db.query(
    'select member_id as id, since from segment_member where segment_id = $1 and member_id > $2::uuid order by member_id limit $3',
    [segmentId, isUuid(String(from)) ? from : NIL, size + 1],
  );
  return connectionOf(rows, size, after, ({ id }) => [id]);
}

const NIL = '00000000-0000-0000-0000-000000000000';
