import type { ImportInvalid, ImportLanded } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import { landChunk } from '../imports';
import { findMembersByKeys } from '../members';
import { isListColumn, readListRow, unknownMember, type NamedMember } from './list-row.rules';
import { findMemberList } from './member-list.queries';
import { memberListUnknown, type MemberListUnknown } from './member-list.refusals';

/** Adds the members that rows name. */
export function importMemberList(
  ctx: PromotionsContext,
  listId: string,
  input: ImportInput,
): Promise<ImportLanded | ImportInvalid | MemberListUnknown> {
  return landChunk<NamedMember, MemberListUnknown>(ctx.db, input, {
    required: [],
    isColumn: isListColumn,
    read: (row) => readListRow(row, ctx.config.PROGRAMME_COUNTRY),
    land: async (tx, rows) => {
      if ((await findMemberList(tx, listId)) === null) return memberListUnknown();
      const members = await findMembersByKeys(
        tx,
        rows.map(({ lookup }) => lookup),
      );
      const memberOf = ({ lookup }: NamedMember): string | undefined => members.get(lookup);
      const memberIds = [...new Set(rows.flatMap((row) => memberOf(row) ?? []))];
      const rejected = rows.filter((row) => memberOf(row) === undefined).map(unknownMember);
      return { landed: await add(tx, { listId, memberIds, now: ctx.now }), rejected };
    },
  });
}

async function add(
  tx: EntityManager,
  { listId, memberIds, now }: { listId: string; memberIds: readonly string[]; now: Date },
): Promise<number> {
  const added: unknown[] = await tx.query(
    `insert into member_list_entry (list_id, member_id)
     select list.id, member_id from unnest($2::uuid[]) as one (member_id) join member_list list on list.id = $1
     order by member_id on conflict do nothing returning member_id`,
    [listId, memberIds],
  );
  if (added.length > 0) await tx.query('update member_list set updated_at = $2 where id = $1', [listId, now]);
  return added.length;
}
