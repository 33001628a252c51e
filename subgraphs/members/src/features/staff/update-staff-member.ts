import { inTransaction, isUuid, type RoleName } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { UpdateStaffMemberInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { staffMemberInvalid, type StaffOutcome } from './add-staff-member';
import { StaffMember } from './staff-member.entity';
import { staffFault } from './staff.rules';

/**
 * Changes role, stores or activity; what is so already stays untouched. Otherwise every session of the person ends, so that the next sign-in carries the new rights; an
 * access token that is out already ends within ten minutes.
 */
export async function updateStaffMember(ctx: MembersContext, input: UpdateStaffMemberInput): Promise<StaffOutcome> {
  const fault = staffFault(input);
  if (fault) return staffMemberInvalid(fault.field, fault.message);
  if (!isUuid(input.id)) return nobody();
  return inTransaction(ctx.db, async (tx): Promise<StaffOutcome> => {
    // All administrators are locked in one order, so that the last two cannot deactivate each other at once.
    await tx.query("select from staff_member where role = 'ADMINISTRATOR' order by id for update");
    const before = await tx.findOne(StaffMember, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } });
    if (!before) return nobody();
    const after: StaffMember = {
      ...before,
      role: (input.role as RoleName | null | undefined) ?? before.role,
      active: input.active ?? before.active,
      storeIds: input.storeIds === undefined ? before.storeIds : (input.storeIds ?? null),
    };
    if (isAdministrator(before) && !isAdministrator(after) && (await countAdministrators(tx)) === 1) {
      return staffMemberInvalid('id', 'The last administrator stays: make another one first.');
    }
    const { role, active, storeIds } = after;
    if (JSON.stringify([role, active, storeIds]) === JSON.stringify([before.role, before.active, before.storeIds]))
      return { __typename: 'StaffMemberSaved', staffMember: before };
    await tx.update(StaffMember, before.id, { role, active, storeIds });
    await tx.query('update session set ended_at = $2 where staff_member_id = $1 and ended_at is null', [
      before.id,
      ctx.now,
    ]);
    await recordAudit(ctx, tx, {
      action: 'staff.update',
      target: `staff:${before.id}`,
      detail: { role, active, storeIds },
    });
    return { __typename: 'StaffMemberSaved', staffMember: after };
  });
}

const isAdministrator = ({ role, active }: StaffMember): boolean => role === 'ADMINISTRATOR' && active;

const countAdministrators = (tx: EntityManager): Promise<number> =>
  tx.countBy(StaffMember, { role: 'ADMINISTRATOR', active: true });

const nobody = () => staffMemberInvalid('id', 'Nobody of the staff has this id.');
