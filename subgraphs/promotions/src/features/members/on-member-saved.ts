import { defineConsumer, MemberSaved } from '@adal/events';
import { saveMembers } from './save-members';

/** A member was enrolled or changed. */
export const onMemberSaved = defineConsumer({
  durable: 'promotions-members-saved',
  contract: MemberSaved,
  handle: (tx, events) =>
    saveMembers(
      tx,
      events.map(({ data }) => data.member),
    ),
});
