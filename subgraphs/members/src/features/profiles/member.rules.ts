import type { Actor } from '@adal/service';
import type { Member } from './member.entity';

const DOT = '•';

/** True when the actor sees personal data of this member as it is: staff with the permission, and members their own. */
export function seesPersonalData(actor: Actor, memberId: string): boolean {
  return actor.permissions.has('members.pii.read') || (actor.kind === 'member' && actor.id === memberId);
}

/** True when the member exists for this actor: a member sees itself alone, a store manager the members of its stores. */
export function seesMember(actor: Actor, member: Pick<Member, 'id' | 'homeStoreId'>): boolean {
  if (actor.kind === 'member') return actor.id === member.id;
  return actor.storeIds === null || (member.homeStoreId !== null && actor.storeIds.includes(member.homeStoreId));
}

/** Name to show: given and family name, else a contact, else the end of the id. */
export function displayName(member: Member, open: boolean): string {
  const names = [member.firstName, member.lastName].filter((name) => name !== null);
  if (names.length > 0) return names.map((name) => (open ? name : maskName(name))).join(' ');
  if (member.phone !== null) return open ? member.phone : maskPhone(member.phone);
  if (member.email !== null) return open ? member.email : maskEmail(member.email);
  return `…${member.externalId?.slice(-6) ?? member.id.slice(-6)}`;
}

/** "Айгерим" → "А•••". */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}${DOT.repeat(3)}`;
}

/** "+77011234567" → "+•••••••••67". */
export function maskPhone(phone: string): string {
  return `+${DOT.repeat(Math.max(phone.length - 3, 0))}${phone.slice(-2)}`;
}

/** "aigerim@example.kz" → "a•••@•••". */
export function maskEmail(email: string): string {
  return `${[...email][0] ?? ''}${DOT.repeat(3)}@${DOT.repeat(3)}`;
}
