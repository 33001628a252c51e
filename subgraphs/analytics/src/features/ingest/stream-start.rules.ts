import type { StreamPosition } from '../../store/analytics-store';

/** What matters of a stream's state. An empty stream has firstSequence = lastSequence + 1. */
export interface StreamState {
  readonly stream: string;
  readonly createdAt: string;
  readonly firstSequence: number;
  readonly lastSequence: number;
}

/** Where taking in goes on. */
export interface StreamStart {
  readonly position: StreamPosition;
  /** NEW_STREAM: it was made anew and is read from its beginning. FACTS_MISSING: it no longer holds what comes next. */
  readonly notice: 'NEW_STREAM' | 'FACTS_MISSING' | null;
}

/** Decides where to go on in a stream after `known`. What comes again by that is recognised by its ids. */
export function decideStart(state: StreamState, known: StreamPosition | undefined): StreamStart {
  const beginning = {
    stream: state.stream,
    streamCreatedAt: state.createdAt,
    sequence: state.firstSequence - 1,
    lastEventAt: known?.lastEventAt ?? null,
  };
  if (!known) return { position: beginning, notice: null };
  if (known.streamCreatedAt !== state.createdAt || known.sequence > state.lastSequence)
    return { position: beginning, notice: 'NEW_STREAM' };
  if (known.sequence + 1 < state.firstSequence) return { position: beginning, notice: 'FACTS_MISSING' };
  return { position: known, notice: null };
}

/** Events of a stream that are not taken in yet. */
export function waitingIn(state: StreamState, known: StreamPosition | undefined): number {
  return state.lastSequence - decideStart(state, known).position.sequence;
}
