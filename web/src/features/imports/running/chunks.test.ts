import fc from 'fast-check';
import { chunkRowsMax, toChunks, type ReadyRow } from './chunks';

async function chunksOf(ids: string[], receiptIdAt?: number): Promise<ReadyRow[][]> {
  async function* rows() {
    for (const [index, id] of ids.entries()) yield { line: index + 2, values: [id], source: [id] };
  }
  const chunks: ReadyRow[][] = [];
  for await (const chunk of toChunks(rows(), receiptIdAt)) chunks.push(chunk);
  return chunks;
}

const receipts = fc
  .array(fc.integer({ min: 1, max: 700 }), { maxLength: 12 })
  .map((sizes) => sizes.flatMap((size, index) => Array<string>(size).fill(`R${index}`)));

describe('cutting rows into requests', () => {
  it('sends every row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (ids) => {
        const lines = (await chunksOf(ids, 0)).flat().map((row) => row.line);
        expect(lines).toEqual(ids.map((_, index) => index + 2));
      }),
    );
  });

  it('never splits a receipt and keeps to the limit', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (ids) => {
        const chunks = await chunksOf(ids, 0);
        const homes = chunks.map((chunk) => new Set(chunk.map((row) => row.values[0])));
        expect(homes.reduce((sum, home) => sum + home.size, 0)).toBe(new Set(ids).size);
        for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(chunkRowsMax);
      }),
    );
  });

  it('sends a receipt that is longer than a request whole', async () => {
    const chunks = await chunksOf(['R0', ...Array<string>(chunkRowsMax + 5).fill('R1'), 'R2'], 0);
    expect(chunks.map((chunk) => chunk.length)).toEqual([1, chunkRowsMax + 5, 1]);
  });

  it('fills requests of other kinds to the limit', async () => {
    const chunks = await chunksOf(Array<string>(chunkRowsMax * 2 + 1).fill('same'));
    expect(chunks.map((chunk) => chunk.length)).toEqual([chunkRowsMax, chunkRowsMax, 1]);
  });
});
