import type { StreamPosition } from '../../store/analytics-store';
import { waitingIn, type StreamState } from '../ingest';

/** Share of the events a rebuild has to take in that are taken in: 1 when it is done. */
export function progressOf(
  targets: Readonly<Record<string, number>>,
  streams: readonly StreamState[],
  positions: readonly StreamPosition[],
): number {
  let taken = 0;
  let all = 0;
  for (const state of streams) {
    // What the stream no longer holds is nothing to wait for.
    const target = Math.min(targets[state.stream] ?? 0, state.lastSequence);
    const before = Math.min(state.firstSequence - 1, target);
    const reached =
      state.lastSequence -
      waitingIn(
        state,
        positions.find((position) => position.stream === state.stream),
      );
    all += target - before;
    taken += Math.min(Math.max(reached, before), target) - before;
  }
  return all === 0 ? 1 : taken / all;
}
