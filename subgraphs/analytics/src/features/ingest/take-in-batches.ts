import type { StreamPosition } from '../../store/analytics-store';
import { readBatch, storeBatch, type IngestParts, type StreamMessage } from './take-in';

/**
 * Takes in batches that follow `from` one after the other until they end; the next is read while the one before is
 * being stored. Throws when nothing can be stored: what was read then counts for nothing.
 */
export async function takeInBatches(
  parts: IngestParts,
  from: StreamPosition,
  batches: AsyncIterator<readonly StreamMessage[]>,
  onTakenIn: (events: number, position: StreamPosition) => void = () => undefined,
): Promise<void> {
  let read = from.sequence;
  let storing = Promise.resolve(from);
  try {
    for (;;) {
      const next = await unlessFailing(batches.next(), storing);
      if (next.done) break;
      const fresh = next.value.filter(({ sequence }) => sequence > read);
      if (fresh.length === 0) continue;
      const batch = await unlessFailing(readBatch(parts, fresh), storing);
      read = batch.sequence;
      const position = await storing;
      storing = storeBatch(parts, position, batch).then((reached) => {
        onTakenIn(fresh.length, reached);
        return reached;
      });
    }
  } finally {
    // Whoever begins again reads the position that this leaves.
    await storing.catch(() => undefined);
  }
  await storing;
}

/** The work's result, or what `storing` fails with before. */
async function unlessFailing<T>(work: Promise<T>, storing: Promise<unknown>): Promise<T> {
  // Heard here or by nobody: whoever fails first ends the other's turn.
  work.catch(() => undefined);
  return Promise.race([work, new Promise<never>((_, reject) => void storing.catch(reject))]);
}
