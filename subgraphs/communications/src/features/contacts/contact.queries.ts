import type { EntityManager } from 'typeorm';
import { Contact } from './contact.entity';

/** The contact of a member; null when the member has not reached us. */
export function findContact(tx: EntityManager, memberId: string): Promise<Contact | null> {
  return tx.findOneBy(Contact, { memberId });
}
