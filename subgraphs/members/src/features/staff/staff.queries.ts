import type { RoleName } from '@adal/service';
import { isUuid, newId, normaliseEmail } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import { hashPassword, verifyPassword } from './password';
import { StaffMember } from './staff-member.entity';

/** A colleague to be; the fields have been checked. */
export interface NewStaffMember {
  readonly email: string;
  readonly name: string;
  readonly role: RoleName;
  readonly password: string;
  readonly storeIds?: readonly string[] | null | undefined;
}

/** Stores a colleague; null when the e-mail is in use. */
export async function insertStaffMember(
  tx: EntityManager,
  staff: NewStaffMember,
  now: Date,
): Promise<StaffMember | null> {
  const rows: { id: string }[] = await tx.query(
    `insert into staff_member (id, email, name, password_hash, role, store_ids, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (email) do nothing returning id`,
    [
      newId(),
      normaliseEmail(staff.email),
      staff.name.trim(),
      await hashPassword(staff.password),
      staff.role,
      staff.storeIds ?? null,
      now,
    ],
  );
  return rows[0] ? tx.findOneBy(StaffMember, { id: rows[0].id }) : null;
}

/** The colleague whom an earlier try stored with all of this, and who is as invited; null otherwise. */
export async function findSameStaffMember(tx: EntityManager, staff: NewStaffMember): Promise<StaffMember | null> {
  const found = await tx.findOneBy(StaffMember, { email: normaliseEmail(staff.email) ?? '' });
  const wordsOf = (one: Pick<NewStaffMember, 'name' | 'role' | 'storeIds'>): string =>
    JSON.stringify([one.name.trim(), one.role, one.storeIds ?? null]);
  if (!found?.active || wordsOf(found) !== wordsOf(staff)) return null;
  return (await verifyPassword(found.passwordHash, staff.password)) ? found : null;
}

/** Who is signed in; null for partners and when nobody is. */
export async function findMe({ db, actor }: MembersContext): Promise<StaffMember | null> {
  return actor.kind === 'staff' && isUuid(actor.id)
    ? db.manager.findOneBy(StaffMember, { id: actor.id, active: true })
    : null;
}

/** Everybody who may sign in, by e-mail. */
export function listStaff({ db }: MembersContext): Promise<StaffMember[]> {
  return db.manager.find(StaffMember, { order: { email: 'ASC' } });
}
