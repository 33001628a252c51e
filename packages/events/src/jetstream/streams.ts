import { DiscardPolicy, RetentionPolicy, StorageType, type JetStreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

/** The contexts; each has a stream of its name in capitals that holds `<context>.>`. */
export const CONTEXTS = ['members', 'ledger', 'promotions', 'communications', 'analytics'] as const;
export type Context = (typeof CONTEXTS)[number];

const KEPT_DAYS = 30;
/** A relay that crashed between publish and mark repeats within this window. */
const DUPLICATE_WINDOW_MS = 10 * 60_000;

/** Makes the streams that are missing. Safe to run from every service at once. */
export async function ensureStreams(manager: JetStreamManager, replicas = 1): Promise<void> {
  for (const context of CONTEXTS) {
    const name = context.toUpperCase();
    try {
      await manager.streams.info(name);
    } catch {
      await manager.streams
        .add({
          name,
          subjects: [`${context}.>`],
          retention: RetentionPolicy.Limits,
          storage: StorageType.File,
          discard: DiscardPolicy.Old,
          num_replicas: replicas,
          max_age: nanos(KEPT_DAYS * 24 * 3_600_000),
          duplicate_window: nanos(DUPLICATE_WINDOW_MS),
        })
        .catch(async (error: unknown) => {
          // Another service may have made it between the two calls.
          await manager.streams.info(name).catch(() => {
            throw error;
          });
        });
    }
  }
}
