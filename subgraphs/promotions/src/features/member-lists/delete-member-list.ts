import { inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';

export type DeleteMemberListOutcome =
  | { __typename: 'MemberListDeleted'; deleted: boolean }
  | { __typename: 'MemberListInUse'; code: 'MEMBER_LIST_IN_USE'; message: string; promotions: string[] };

/** Deletes a list that no promotion asks for now or will. */
export async function deleteMemberList(ctx: PromotionsContext, id: string): Promise<DeleteMemberListOutcome> {
  if (!isUuid(id)) return { __typename: 'MemberListDeleted', deleted: false };
  return inTransaction(ctx.db, async (tx) => {
    const users: { name: string }[] = await tx.query(USERS, [id.toLowerCase()]);
    const promotions = users.map(({ name }) => name);
    if (promotions.length > 0) return inUse(promotions);
    const [, deleted]: [unknown, number] = await tx.query('delete from member_list where id = $1', [id]);
    return { __typename: 'MemberListDeleted', deleted: deleted > 0 };
  });
}

const USERS = `
  select name from promotion
  where status in ('SCHEDULED', 'RUNNING', 'PAUSED')
    and jsonb_path_exists(definition, '$.condition.** ? (@.kind == "MEMBER_LIST").in[*] ? (@ == $list)', jsonb_build_object('list', $1::text))
  order by name`;

function inUse(promotions: string[]): DeleteMemberListOutcome {
  const message = `Promotions ask for it: ${promotions.join(', ')}. End them, or take the list out of their conditions.`;
  return { __typename: 'MemberListInUse', code: 'MEMBER_LIST_IN_USE', message, promotions };
}
