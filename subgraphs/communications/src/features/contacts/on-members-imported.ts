import { defineConsumer, MembersImported } from '@adal/events';
import { saveContacts } from './save-contacts';

/** Members came by import: they become contacts, and nothing is sent. */
export const onMembersImported = defineConsumer({
  durable: 'communications-contacts-members-imported',
  contract: MembersImported,
  handle: (tx, events) =>
    saveContacts(
      tx,
      events.flatMap((event) => event.data.members),
    ),
});
