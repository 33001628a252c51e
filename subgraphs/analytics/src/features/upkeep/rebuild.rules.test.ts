import { progressOf, type FillingWork } from './rebuild.rules';

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

const work = (over: Partial<FillingWork>): FillingWork => ({
  ...{ targets: {}, streams: [], positions: [], backfills: [] },
  ...over,
});
const backfill = (rows: number, about: number, over: { isDone?: boolean; isSilent?: boolean } = {}) => ({
  ...{ source: 'ledger.receipts', after: null, rows, about, isDone: false, isSilent: false },
  ...over,
});

describe('progress of a rebuild', () => {
  it('is the share of events taken in of those that were there when it began', () => {
    const streams = [stream('A', 1, 40), stream('B', 11, 25)];
    const targets = { A: 30, B: 20 };
    expect(progressOf(work({ targets, streams, positions: [] }))).toBe(0);
    expect(progressOf(work({ targets, streams, positions: [position('A', 20)] }))).toBe(0.5);
    expect(progressOf(work({ targets, streams, positions: [position('A', 30), position('B', 15)] }))).toBe(0.875);
    expect(progressOf(work({ targets, streams, positions: [position('A', 40), position('B', 20)] }))).toBe(1);
  });

  it('waits for nothing that the streams no longer hold', () => {
    expect(progressOf(work({ targets: { A: 30 }, streams: [stream('A', 31, 30)], positions: [] }))).toBe(1);
    expect(progressOf(work({ targets: { A: 30 }, streams: [stream('A', 1, 5)], positions: [position('A', 5)] }))).toBe(
      1,
    );
    expect(progressOf(work({}))).toBe(1);
  });

  it('counts what owners tell again, and is not done before they say so', () => {
    const streams = [stream('A', 1, 10)];
    const filling = (...backfills: FillingWork['backfills']) =>
      progressOf(work({ targets: { A: 10 }, streams, backfills }));
    expect(filling(backfill(10, 30))).toBe(0.25);
    expect(filling(backfill(30, 30, { isDone: true }))).toBe(0.75);
    expect(progressOf(work({ backfills: [backfill(99, 0)] }))).toBe(0.99);
    expect(progressOf(work({ backfills: [backfill(0, 0)] }))).toBe(0);
  });

  it('does not wait for owners that are silent', () => {
    expect(progressOf(work({ backfills: [backfill(5, 10, { isSilent: true })] }))).toBe(1);
  });
});
