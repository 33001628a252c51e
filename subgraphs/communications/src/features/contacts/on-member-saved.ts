import { defineConsumer, MemberSaved } from '@adal/events';
import { saveContacts } from './save-contacts';

/** A member changed: so does the contact. */
export const onMemberSaved = defineConsumer({
  durable: 'communications-contacts-member-saved',
  contract: MemberSaved,
  handle: (tx, events) =>
    saveContacts(
      tx,
      events.map((event) => event.data.member),
    ),
});
