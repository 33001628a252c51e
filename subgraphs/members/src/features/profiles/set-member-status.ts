import { inTransaction } from '@adal/service';
import type { MembersContext } from '../../context';
import type { SetMemberStatusInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { recordMemberSaved } from '../snapshots';
import type { Member } from './member.entity';
import { memberInvalid, memberUnknown } from './member.refusals';
import { lockMember } from './member.queries';
import { changeMember } from './save-member';

type Outcome =
  | ReturnType<typeof memberInvalid>
  | ReturnType<typeof memberUnknown>
  | { __typename: 'MemberUpdated'; member: Member; replayed: boolean };

/** Blocks or unblocks a member. Setting the status a member has already is a replay. */
export async function setMemberStatus(
  ctx: MembersContext,
  { id, status, reason }: SetMemberStatusInput,
): Promise<Outcome> {
  if (status !== 'ACTIVE' && status !== 'BLOCKED') return memberInvalid('status', 'status must be ACTIVE or BLOCKED.');
  if (reason.trim() === '' || reason.length > 500) return memberInvalid('reason', 'Say why in at most 500 characters.');
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    const member = await lockMember(tx, id);
    if (!member) return memberUnknown();
    if (member.status === status) return { __typename: 'MemberUpdated', member, replayed: true };
    if (member.status === 'CLOSED') return memberInvalid('status', 'A closed member stays closed.');
    await changeMember(tx, member, { status });
    await recordMemberSaved(tx, id, ctx);
    await recordAudit(ctx, tx, {
      action: status === 'BLOCKED' ? 'member.block' : 'member.unblock',
      target: `member:${id}`,
      detail: { reason },
    });
    return {
      __typename: 'MemberUpdated',
      member: { ...member, status, revision: member.revision + 1 },
      replayed: false,
    };
  });
}
