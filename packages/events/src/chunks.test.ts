import { chunksOf } from './chunks';

describe('rows of messages', () => {
  it('stay in order and within the limits, counted in bytes as they travel', () => {
    const rows = Array.from({ length: 7 }, (_, index) => `${index}${'ж'.repeat(10)}`);
    expect(chunksOf(rows, { items: 3 }).map((chunk) => chunk.length)).toEqual([3, 3, 1]);
    const chunks = chunksOf(rows, { bytes: 60 });
    expect(chunks.map((chunk) => chunk.length)).toEqual([2, 2, 2, 1]);
    expect(chunks.flat()).toEqual(rows);
  });

  it('have a message of their own when they are too big, and none when there are none', () => {
    expect(chunksOf(['a', 'b'.repeat(99), 'c'], { bytes: 50 })).toEqual([['a'], ['b'.repeat(99)], ['c']]);
    expect(chunksOf([])).toEqual([]);
  });
});
