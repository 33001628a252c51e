import { defineConsumer, MemberSaved } from '@adal/events';
import { copyMembers } from './copy-members';

/** A member was enrolled or changed. */
export const onMemberSaved = defineConsumer({
  durable: 'ledger-members-saved',
  contract: MemberSaved,
  handle: (tx, events) =>
    copyMembers(
      tx,
      events.map(({ data }) => data.member),
    ),
});
