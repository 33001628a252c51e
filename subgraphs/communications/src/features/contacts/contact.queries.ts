import { In, type EntityManager } from 'typeorm';
import { Contact } from './contact.entity';

/** The contact of a member; null when the member has not reached us. */
export function findContact(tx: EntityManager, memberId: string): Promise<Contact | null> {
  return tx.findOneBy(Contact, { memberId });
}

/** Those of the members that have reached us, by member. */
export async function findContacts(
  tx: EntityManager,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  const contacts = await tx.findBy(Contact, { memberId: In([...new Set(memberIds)]) });
  return new Map(contacts.map((contact) => [contact.memberId, contact]));
}
