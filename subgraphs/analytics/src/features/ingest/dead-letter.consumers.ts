import type { EventConsumer } from '@adal/events';
import type { AnalyticsStore } from '../../store/analytics-store';
import { collectFacts } from './event.facts';
import { intakes } from './event.intakes';
import { consumerName } from './take-in';

/** How dead letters are replayed: the facts alone, the positions stay where they are. */
export function ingestConsumers(store: AnalyticsStore, zone: string): EventConsumer[] {
  return intakes.map(({ contract, read }) => ({
    durable: consumerName(contract.subject),
    contract,
    handle: (_tx, events) => store.append(collectFacts(events.map((event) => read({ ...event, zone }))), []),
  }));
}
