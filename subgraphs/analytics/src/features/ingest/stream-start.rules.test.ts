import { decideStart, waitingIn, type StreamState } from './stream-start.rules';

const state = (over: Partial<StreamState> = {}): StreamState => ({
  stream: 'LEDGER',
  createdAt: 'monday',
  firstSequence: 1,
  lastSequence: 10,
  ...over,
});
const known = (sequence: number, streamCreatedAt = 'monday') => ({
  stream: 'LEDGER',
  streamCreatedAt,
  sequence,
  lastEventAt: new Date(0),
});

describe('where taking in goes on', () => {
  it('is the beginning when nothing is known', () => {
    expect(decideStart(state({ firstSequence: 4 }), undefined)).toEqual({
      position: { ...known(3), lastEventAt: null },
      notice: null,
    });
  });

  it('is after what is known', () => {
    expect(decideStart(state(), known(7))).toEqual({ position: known(7), notice: null });
    expect(decideStart(state(), known(10))).toEqual({ position: known(10), notice: null });
  });

  it('is the beginning of a stream that was made anew, be it shorter or longer', () => {
    expect(decideStart(state({ createdAt: 'friday' }), known(7))).toEqual({
      position: known(0, 'friday'),
      notice: 'NEW_STREAM',
    });
    expect(decideStart(state({ lastSequence: 5 }), known(7))).toEqual({ position: known(0), notice: 'NEW_STREAM' });
  });

  it('says so when the stream no longer holds what comes next', () => {
    expect(decideStart(state({ firstSequence: 9 }), known(7))).toEqual({ position: known(8), notice: 'FACTS_MISSING' });
    expect(decideStart(state({ firstSequence: 8 }), known(7)).notice).toBeNull();
  });
});

describe('waiting events', () => {
  it.each([
    [state(), undefined, 10],
    [state({ firstSequence: 6 }), undefined, 5],
    [state(), known(7), 3],
    [state(), known(10), 0],
    [state({ firstSequence: 11 }), known(7), 0],
    [state({ firstSequence: 1, lastSequence: 0 }), undefined, 0],
  ])('of %j after %j are %d', (stream, position, expected) => {
    expect(waitingIn(stream, position)).toBe(expected);
  });
});
