/** Whom we may write to: our own copy of members' addresses, languages and consents. */
export { Contact, type Language } from './contact.entity';
export { findContact, findContacts } from './contact.queries';
export { onMemberSaved } from './on-member-saved';
export { onMembersImported } from './on-members-imported';
export { saveContacts } from './save-contacts';
