import type { EventConsumer } from '@adal/events';
import { tellTouched } from '../../touched-members';
import { collectFacts } from './event.facts';
import { intakes } from './event.intakes';
import { consumerName, type IngestParts } from './take-in';

/** How dead letters are replayed: the facts alone, the positions stay where they are. */
export function ingestConsumers({
  store,
  zone,
  onTouched,
}: Pick<IngestParts, 'store' | 'zone' | 'onTouched'>): EventConsumer[] {
  return intakes.map(({ contract, read }) => ({
    durable: consumerName(contract.subject),
    contract,
    handle: async (_tx, events) => {
      const facts = collectFacts(events.map((event) => read({ ...event, zone })));
      await store.append(facts, []);
      tellTouched(facts, onTouched);
    },
  }));
}
