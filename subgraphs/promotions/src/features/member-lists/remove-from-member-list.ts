import { badInput, inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { RemoveFromMemberListInput } from '../../generated/graphql';
import type { MemberListRow } from './member-list.entities';
import { findMemberList } from './member-list.queries';
import { memberListUnknown, type MemberListUnknown } from './member-list.refusals';

export type RemoveFromMemberListOutcome =
  { __typename: 'RemovedFromMemberList'; removed: number; list: MemberListRow } | MemberListUnknown;

const MEMBERS_MAX = 1_000;

/** Takes members off a list; once more is a success that takes nobody. */
export async function removeFromMemberList(
  ctx: PromotionsContext,
  { listId, memberIds }: RemoveFromMemberListInput,
): Promise<RemoveFromMemberListOutcome> {
  if (memberIds.length > MEMBERS_MAX) throw badInput(`At most ${MEMBERS_MAX} memberIds.`);
  const list = await findMemberList(ctx.db, listId);
  if (list === null) return memberListUnknown();
  const ids = memberIds.filter(isUuid);
  const removed = await inTransaction(ctx.db, async (tx) => {
    const [, count]: [unknown, number] = await tx.query(
      'delete from member_list_entry where list_id = $1 and member_id = any($2::uuid[])',
      [listId, ids],
    );
    if (count > 0) await tx.query('update member_list set updated_at = $2 where id = $1', [listId, ctx.now]);
    return count;
  });
  return { __typename: 'RemovedFromMemberList', removed, list: removed > 0 ? { ...list, updatedAt: ctx.now } : list };
}
