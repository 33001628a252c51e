import type { StreamPosition } from '../../store/analytics-store';
import { waitingIn, type BackfillState, type StreamState } from '../ingest';

/** What a store is being filled with, by streams and by owners. */
export interface FillingWork {
  /** Of a rebuild: stream → its last sequence when it was asked for; nothing when none was. */
  readonly targets: Readonly<Record<string, number>>;
  readonly streams: readonly StreamState[];
  readonly positions: readonly StreamPosition[];
  readonly backfills: readonly BackfillState[];
}

/** Share that is taken in, of events and of rows that owners tell again: 1 when it is done. Owners that are silent are not waited for. */
export function progressOf(work: FillingWork): number {
  const parts = [...streamParts(work), ...work.backfills.filter(({ isSilent }) => !isSilent).map(backfillPart)];
  const all = parts.reduce((sum, part) => sum + part.all, 0);
  const taken = parts.reduce((sum, part) => sum + part.taken, 0);
  return all === 0 ? 1 : taken / all;
}

interface Part {
  readonly taken: number;
  readonly all: number;
}

function streamParts({ targets, streams, positions }: FillingWork): Part[] {
  return streams.map((state) => {
    // What the stream no longer holds is nothing to wait for.
    const target = Math.min(targets[state.stream] ?? 0, state.lastSequence);
    const before = Math.min(state.firstSequence - 1, target);
    const reached =
      state.lastSequence -
      waitingIn(
        state,
        positions.find((position) => position.stream === state.stream),
      );
    return { all: target - before, taken: Math.min(Math.max(reached, before), target) - before };
  });
}

/** There may be more than was believed: there is something left until the end is told. */
function backfillPart({ rows, about, isDone }: BackfillState): Part {
  return isDone ? { taken: rows, all: rows } : { taken: rows, all: Math.max(about, rows + 1) };
}
