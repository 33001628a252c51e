import { defineConsumer, MembersImported } from '@adal/events';
import { copyMembers } from './copy-members';

/** An import added or changed members. */
export const onMembersImported = defineConsumer({
  durable: 'ledger-members-imported',
  contract: MembersImported,
  handle: (tx, events) =>
    copyMembers(
      tx,
      events.flatMap(({ data }) => data.members),
    ),
});
