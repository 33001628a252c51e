import type { EventConsumer } from '@adal/events';
import { onMemberSaved, onMembersImported } from './features/contacts';
import { onStoreSaved } from './features/stores';
import { onMemberEnrolled, onPurchaseConfirmed, onPurchaseReturned, type JourneyTools } from './features/journeys';

/** Every event this subgraph listens to. */
export function communicationsConsumers(tools: JourneyTools): readonly EventConsumer[] {
  return [
    onMemberSaved,
    onMembersImported,
    onStoreSaved,
    onMemberEnrolled(tools),
    onPurchaseConfirmed(tools),
    onPurchaseReturned(tools),
  ];
}
