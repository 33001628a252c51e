import { inTransaction } from '@adal/service';
import type { MembersContext } from '../../context';
import type { AddStaffMemberInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import type { StaffMember } from './staff-member.entity';
import { findSameStaffMember, insertStaffMember } from './staff.queries';
import { isRole, staffFault } from './staff.rules';

export type StaffOutcome =
  { __typename: 'StaffMemberSaved'; staffMember: StaffMember } | ReturnType<typeof staffMemberInvalid>;

/** Invites a colleague with a first password. Inviting the same person in the same words again changes nothing. */
export async function addStaffMember(ctx: MembersContext, input: AddStaffMemberInput): Promise<StaffOutcome> {
  const { role } = input;
  const fault = staffFault(input);
  if (fault) return staffMemberInvalid(fault.field, fault.message);
  if (!isRole(role)) return staffMemberInvalid('role', 'role is not known.');
  return inTransaction(ctx.db, async (tx): Promise<StaffOutcome> => {
    const staffMember = await insertStaffMember(tx, { ...input, role }, ctx.now);
    if (!staffMember) {
      const before = await findSameStaffMember(tx, { ...input, role });
      if (before) return { __typename: 'StaffMemberSaved', staffMember: before };
      return staffMemberInvalid('email', 'Somebody signs in with this e-mail already.');
    }
    await recordAudit(ctx, tx, {
      action: 'staff.add',
      target: `staff:${staffMember.id}`,
      detail: { role, storeIds: staffMember.storeIds },
    });
    return { __typename: 'StaffMemberSaved', staffMember };
  });
}

/** Something is wrong with the input. */
export const staffMemberInvalid = (field: string, message: string) =>
  ({ __typename: 'StaffMemberInvalid', code: 'STAFF_MEMBER_INVALID', field, message }) as const;
