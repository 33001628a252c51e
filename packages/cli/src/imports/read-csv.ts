import { parse, type CsvError } from 'csv-parse';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '../gateway-client';
import type { SourceRow } from './expression';

/** Longest record: past it the file has a quote that is never closed. */
const RECORD_BYTES_MAX = 1_000_000;

/** A record of the file: a row, or why it is none. */
export type CsvRecord =
  | { readonly line: number; readonly row: SourceRow }
  | { readonly line: number; readonly fault: { code: string; reason: string }; readonly raw: string };

/** An opened file. */
export interface CsvSource {
  readonly header: readonly string[];
  readonly records: AsyncIterable<CsvRecord>;
  /** Share of the file's bytes read so far, 0 to 1. */
  progress(): number;
}

/** Opens a CSV file, plain or gzipped; refuses with a sentence what is no UTF-8 CSV with a header. */
export async function openCsv(file: string): Promise<CsvSource> {
  const size = await checkFile(file);
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const skipped: CsvRecord[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A stray quote inside a field is kept as it is; the importer judges the value.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_BYTES_MAX,
    on_skip: (error, raw) => {
      if (error)
        skipped.push({
          line: lineOf(error),
          fault: { code: 'CSV_MALFORMED', reason: sentenceOf(error) },
          raw: raw ?? '',
        });
      return undefined;
    },
  });
  const stages = [
    createReadStream(file, { highWaterMark: 256 * 1024 }),
    count,
    ...(file.endsWith('.gz') ? [createGunzip()] : []),
    parser,
  ];
  let broken: Error | null = null;
  pipeline(stages, (error) => {
    if (error) broken = error;
  });
  const iterator = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  const first = await iterator.next();
  if (first.done) throw new OperatorError(`${file} is empty${broken ? ` (${(broken as Error).message})` : ''}.`);
  const header = first.value.record.map((name) => name.trim());
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new OperatorError(`${file} has the column ${repeated || '(blank)'} twice in its header.`);
  return {
    header,
    records: readRecords(file, iterator, header, skipped, first.value.info.lines),
    progress: () => (size === 0 ? 1 : bytes / size),
  };
}

async function* readRecords(
  file: string,
  iterator: AsyncIterator<{ record: string[]; info: { lines: number } }>,
  header: readonly string[],
  skipped: CsvRecord[],
  headerLines: number,
): AsyncGenerator<CsvRecord> {
  let endOfLast = headerLines;
  for (;;) {
    let next: IteratorResult<{ record: string[]; info: { lines: number } }>;
    try {
      next = await iterator.next();
    } catch (error) {
      throw new OperatorError(
        `${file} cannot be read past line ${endOfLast}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    yield* skipped.splice(0);
    if (next.done) return;
    const { record, info } = next.value;
    const line = endOfLast + 1;
    endOfLast = info.lines;
    yield toRecord(record, header, line);
  }
}

function toRecord(record: string[], header: readonly string[], line: number): CsvRecord {
  const raw = record.join(',');
  if (record.length !== header.length) {
    return {
      line,
      raw,
      fault: { code: 'CSV_RAGGED', reason: `The row has ${record.length} fields, the header ${header.length}.` },
    };
  }
  if (raw.includes('\uFFFD')) {
    return {
      line,
      raw,
      fault: { code: 'NOT_UTF8', reason: 'The row is not UTF-8: save the file as UTF-8 and send it again.' },
    };
  }
  return { line, row: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

async function checkFile(file: string): Promise<number> {
  try {
    const handle = await open(file);
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
    const start = buffer.toString('hex');
    if (start === 'fffe' || start === 'feff') throw new OperatorError(`${file} is UTF-16: save it as UTF-8.`);
    if (start === '504b') throw new OperatorError(`${file} is a zip or spreadsheet: save the sheet as CSV in UTF-8.`);
    if (start === '1f8b' && !file.endsWith('.gz')) throw new OperatorError(`${file} is gzipped: name it ${file}.gz.`);
    return statSync(file).size;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const lineOf = (error: CsvError): number => Number((error as unknown as { lines?: number }).lines ?? 0);

function sentenceOf(error: CsvError): string {
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'A quote is opened here and never closed, so everything after it was not read: mend the line and import again; what landed stays.';
  }
  return error.message.split('\n')[0] ?? 'The row cannot be read.';
}
