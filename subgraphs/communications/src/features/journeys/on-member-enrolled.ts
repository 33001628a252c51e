import { defineConsumer, MemberEnrolled, type EventConsumer } from '@adal/events';
import { saveContacts } from '../contacts';
import { queueMessages } from '../messages';
import type { JourneyTools } from './journey-tools';

/** A person joined at a live door: they are welcomed, once. */
export function onMemberEnrolled(tools: JourneyTools): EventConsumer {
  return defineConsumer({
    durable: 'communications-journeys-member-enrolled',
    contract: MemberEnrolled,
    handle: async (tx, events) => {
      // The welcome need not wait for members.member.saved, which travels apart from this event.
      await saveContacts(
        tx,
        events.map((event) => event.data.member),
      );
      const orders = events.map(({ data, occurredAt, correlationId }) => {
        const { memberId, cards } = data.member;
        const card = cards.find((candidate) => candidate.status === 'ACTIVE');
        return {
          cause: `welcome:${memberId}`,
          memberId,
          template: 'welcome' as const,
          data: { cardNumber: card?.number ?? null },
          occurredAt,
          now: tools.clock(),
          correlationId,
        };
      });
      await queueMessages(tx, tools.render, orders);
    },
  });
}
