import { defineConsumer, MembersImported } from '@adal/events';
import { saveMembers } from './save-members';

/** A file of members landed. */
export const onMembersImported = defineConsumer({
  durable: 'promotions-members-imported',
  contract: MembersImported,
  handle: (tx, events) =>
    saveMembers(
      tx,
      events.flatMap(({ data }) => data.members),
    ),
});
