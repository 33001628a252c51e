/** A row ready to be sent, with the fields it was made of. */
export interface ReadyRow {
  line: number;
  values: string[];
  source: string[];
}

export const chunkRowsMax = 1_000;

/**
 * Rows as requests of at most a thousand. Lines of one receipt stay together: a receipt lands whole or not at all.
 * A receipt longer than a request is a request of its own.
 */
export async function* toChunks(
  rows: AsyncIterable<ReadyRow>,
  receiptIdAt: number | undefined,
): AsyncGenerator<ReadyRow[]> {
  let chunk: ReadyRow[] = [];
  for await (const unit of toUnits(rows, receiptIdAt)) {
    if (chunk.length > 0 && chunk.length + unit.length > chunkRowsMax) {
      yield chunk;
      chunk = [];
    }
    chunk.push(...unit);
  }
  if (chunk.length > 0) yield chunk;
}

async function* toUnits(rows: AsyncIterable<ReadyRow>, receiptIdAt: number | undefined): AsyncGenerator<ReadyRow[]> {
  let unit: ReadyRow[] = [];
  for await (const row of rows) {
    const sameReceipt = receiptIdAt !== undefined && unit[0]?.values[receiptIdAt] === row.values[receiptIdAt];
    if (unit.length > 0 && !sameReceipt) {
      yield unit;
      unit = [];
    }
    unit.push(row);
  }
  if (unit.length > 0) yield unit;
}
