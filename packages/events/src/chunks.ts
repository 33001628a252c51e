/** What one message may hold. */
export interface ChunkLimits {
  readonly items?: number;
  readonly bytes?: number;
}

/** With its envelope a message stays below 512 KB. */
const BYTES_MAX = 480_000;

/** Splits rows, in their order, into lists that fit one message each; a row beyond the limit has a list of its own. */
export function chunksOf<T>(rows: readonly T[], { items = Infinity, bytes = BYTES_MAX }: ChunkLimits = {}): T[][] {
  const chunks: T[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    const current = chunks.at(-1);
    if (current && size <= room && current.length < items) current.push(row);
    else {
      chunks.push([row]);
      room = bytes;
    }
    room -= size;
  }
  return chunks;
}
