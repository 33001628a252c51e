import type { AnalyticsStore } from '../../src/store/analytics-store';
import { takeIn } from '../../src/features/ingest/take-in';
import { silent, ZONE } from '../harness';
import { eventsOf, type World } from './world';

/** Takes a world in, batch by batch, then all of it again at once: nothing changes. */
export async function takeAll(store: AnalyticsStore, world: World): Promise<void> {
  const parts = { store, zone: ZONE, log: silent, keep: () => Promise.reject(new Error('Nothing is to be kept')) };
  let position = { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null as Date | null };
  const messages = eventsOf(world).map(({ subject, text }, index) => ({ sequence: index + 1, subject, text }));
  while (position.sequence < messages.length)
    position = await takeIn(parts, position, messages.slice(position.sequence, position.sequence + 50));
  await takeIn(
    parts,
    position,
    messages.map((message) => ({ ...message, sequence: message.sequence + messages.length })),
  );
}
