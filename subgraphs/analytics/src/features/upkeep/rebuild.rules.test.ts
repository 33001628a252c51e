import { progressOf } from './rebuild.rules';

const stream = (name: string, firstSequence: number, lastSequence: number) => ({
  stream: name,
  createdAt: 'monday',
  firstSequence,
  lastSequence,
});
const position = (name: string, sequence: number) => ({
  stream: name,
  streamCreatedAt: 'monday',
  sequence,
  lastEventAt: null,
});

describe('progress of a rebuild', () => {
  it('is the share of events taken in of those that were there when it began', () => {
    const streams = [stream('A', 1, 40), stream('B', 11, 25)];
    const targets = { A: 30, B: 20 };
    expect(progressOf(targets, streams, [])).toBe(0);
    expect(progressOf(targets, streams, [position('A', 20)])).toBe(0.5);
    expect(progressOf(targets, streams, [position('A', 30), position('B', 15)])).toBe(0.875);
    expect(progressOf(targets, streams, [position('A', 40), position('B', 20)])).toBe(1);
  });

  it('waits for nothing that the streams no longer hold', () => {
    expect(progressOf({ A: 30 }, [stream('A', 31, 30)], [])).toBe(1);
    expect(progressOf({ A: 30 }, [stream('A', 1, 5)], [position('A', 5)])).toBe(1);
    expect(progressOf({}, [], [])).toBe(1);
  });
});
