import { connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { MemberReference } from '../../graphql/references';
import { MemberListRow } from './member-list.entities';

/** A page of lists; the search stays for the count. */
export type MemberListPage = Connection<MemberListRow> & { search: string };

/** A page of the members of a list. */
export type ListedMembers = Connection<MemberReference>;

interface Paging {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** Lists by name, by keyset. */
export async function listMemberLists(
  db: DataSource,
  { first, after, search }: Paging & { search?: string | null | undefined },
): Promise<MemberListPage> {
  const size = pageSize(first);
  const part = search?.trim() ?? '';
  const [name, id] = decodeCursor(after, 2) ?? ['', NIL];
  const rows = await db
    .getRepository(MemberListRow)
    .createQueryBuilder('list')
    .where('strpos(lower(list.name), lower(:part)) > 0', { part })
    .andWhere('(lower(list.name), list.id) > (lower(:name), :id::uuid)', { name, id: isUuid(String(id)) ? id : NIL })
    .orderBy('lower(list.name)')
    .addOrderBy('list.id')
    .limit(size + 1)
    .getMany();
  return { ...connectionOf(rows, size, after, (list) => [list.name, list.id]), search: part };
}

const NIL = '00000000-0000-0000-0000-000000000000';

export function countMemberLists(db: DataSource, search: string): Promise<number> {
  return db
    .getRepository(MemberListRow)
    .createQueryBuilder('list')
    .where('strpos(lower(list.name), lower(:search)) > 0', { search })
    .getCount();
}

export function findMemberList(db: DataSource | EntityManager, id: string): Promise<MemberListRow | null> {
  return isUuid(id) ? db.getRepository(MemberListRow).findOneBy({ id }) : Promise.resolve(null);
}

/** A page of the members of a list, by id. */
export async function listMembersOfList(
  db: DataSource,
  listId: string,
  { first, after }: Paging,
): Promise<ListedMembers> {
  const size = pageSize(first);
  const [from] = decodeCursor(after, 1) ?? [NIL];
  const rows: { id: string }[] = await db.query(
    `select member_id as id from member_list_entry where list_id = $1 and member_id > $2::uuid order by member_id limit $3`,
    [listId, isUuid(String(from)) ? from : NIL, size + 1],
  );
  return connectionOf(rows, size, after, ({ id }) => [id]);
}

/** How many members are on each list, batched per request. */
export function listSizeLoader(db: DataSource): DataLoader<string, number> {
  return new DataLoader(async (ids) => {
    const rows: { id: string; size: number }[] = await db.query(
      'select list_id as id, count(*)::integer as size from member_list_entry where list_id = any($1::uuid[]) group by list_id',
      [ids],
    );
    const sizes = new Map(rows.map(({ id, size }) => [id, size]));
    return ids.map((id) => sizes.get(id) ?? 0);
  });
}
