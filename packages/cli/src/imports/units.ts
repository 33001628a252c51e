import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SourceRow } from './expression';

/** A row ready to be sent, with what it was made of. */
export interface ReadyRow {
  readonly line: number;
  values: (string | null)[];
  readonly source: SourceRow;
}

/** What must travel together: a receipt's lines, or a single row. */
export type Unit = ReadyRow[];

/** How receipts are put together; column positions in `values`. */
export interface ReceiptShape {
  readonly idAt: number;
  readonly lineNoAt: number;
  readonly numberLines: boolean;
  readonly firstAt: readonly number[];
  /** False: lines of one receipt may be far apart. */
  readonly grouped: boolean;
}

/** Rows → units. Receipts that are scattered go through bucket files on disk, so memory stays bounded by 1/64 of the file. */
export async function* toUnits(rows: AsyncIterable<ReadyRow>, receipts: ReceiptShape | null): AsyncGenerator<Unit> {
  if (!receipts) {
    for await (const row of rows) yield [row];
  } else if (receipts.grouped) {
    yield* neighbours(rows, receipts);
  } else {
    yield* scattered(rows, receipts);
  }
}

async function* neighbours(rows: AsyncIterable<ReadyRow>, shape: ReceiptShape): AsyncGenerator<Unit> {
  let unit: Unit = [];
  for await (const row of rows) {
    if (unit[0] && unit[0].values[shape.idAt] !== row.values[shape.idAt]) {
      yield finish(unit, shape);
      unit = [];
    }
    unit.push(row);
  }
  if (unit.length > 0) yield finish(unit, shape);
}

const BUCKETS = 64;

async function* scattered(rows: AsyncIterable<ReadyRow>, shape: ReceiptShape): AsyncGenerator<Unit> {
  const folder = mkdtempSync(path.join(tmpdir(), 'adal-import-'));
  try {
    const files = Array.from({ length: BUCKETS }, (_, index) => path.join(folder, `${index}.jsonl`));
    const writers = files.map((file) => createWriteStream(file));
    for await (const row of rows) {
      const bucket =
        createHash('md5')
          .update(row.values[shape.idAt] ?? '')
          .digest()
          .readUInt8(0) % BUCKETS;
      const writer = writers[bucket];
      if (writer && !writer.write(`${JSON.stringify(row)}\n`)) await once(writer, 'drain');
    }
    await Promise.all(writers.map((writer) => new Promise((resolve) => writer.end(resolve))));
    for (const file of files) {
      const receipts = new Map<string, Unit>();
      for (const text of (await readFile(file, 'utf8')).split('\n')) {
        if (!text) continue;
        const row = JSON.parse(text) as ReadyRow;
        const id = row.values[shape.idAt] ?? '';
        const unit = receipts.get(id);
        if (unit) unit.push(row);
        else receipts.set(id, [row]);
      }
      for (const unit of receipts.values()) yield finish(unit, shape);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives a receipt's lines the header of its first line, and their numbers. */
function finish(unit: Unit, shape: ReceiptShape): Unit {
  const head = unit[0];
  unit.forEach((row, index) => {
    for (const at of shape.firstAt) row.values[at] = head?.values[at] ?? '';
    if (shape.numberLines) row.values[shape.lineNoAt] = String(index + 1);
  });
  return unit;
}
