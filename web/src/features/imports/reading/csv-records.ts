import Papa from 'papaparse';
import { RecordSplitter } from './split-records';
import { UnreadableFile } from './unreadable-file';

/** A record of a file: its fields, or why it cannot be read. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; raw: string; fault: RecordFault };

interface RecordFault {
  code: 'CSV_RAGGED' | 'CSV_UNCLOSED' | 'NOT_UTF8';
  reason: string;
}

export interface CsvText {
  header: string[];
  records: AsyncGenerator<CsvRecord>;
}

// Past this a quote was opened and forgotten: nothing sensible is that long.
const recordCharactersMax = 1_000_000;

/** Reads text as CSV with a header, in whatever pieces it comes. Bad records come back with the reason, the rest go on. */
export async function readCsv(pieces: AsyncIterator<string>): Promise<CsvText> {
  const first = await pieces.next();
  if (first.done === true || first.value.trim() === '') throw new UnreadableFile('EMPTY');
  const records = parseAll(restOf(first.value, pieces), delimiterOf(first.value));
  const head = await records.next();
  if (head.done === true || 'fault' in head.value) throw new UnreadableFile('EMPTY');
  const header = head.value.fields.map((name) => name.replace(/^\ufeff/, '').trim());
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) throw new UnreadableFile('HEADER_REPEATED', repeated);
  return { header, records: checked(records, header.length) };
}

// Excel writes semicolons where the comma is the decimal separator: the header, which has no decimals, tells.
function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

async function* restOf(first: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

async function* parseAll(pieces: AsyncGenerator<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const splitter = new RecordSplitter(delimiter);
  let line = 1;
  function* parse(block: string): Generator<CsvRecord> {
    for (const fields of Papa.parse<string[]>(block, { delimiter }).data) {
      // A block ends with a line break, after which the parser sees one more blank record.
      if (fields.length > 1 || (fields[0] ?? '').trim() !== '') yield { line, fields };
      line += fields.join().split('\n').length;
    }
    if (block.endsWith('\n')) line -= 1;
  }
  for await (const piece of pieces) {
    const block = splitter.push(piece);
    if (block !== '') yield* parse(block);
    if (splitter.pendingLength > recordCharactersMax) {
      yield unclosed(line, splitter.rest().text);
      return;
    }
  }
  const { text, unclosed: open } = splitter.rest();
  if (open) yield unclosed(line, text);
  else if (text !== '') yield* parse(text);
}

async function* checked(records: AsyncGenerator<CsvRecord>, width: number): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    const fault = 'fields' in record ? faultOf(record.fields, width) : undefined;
    yield 'fields' in record && fault !== undefined
      ? { line: record.line, raw: record.fields.join(','), fault }
      : record;
  }
}

function faultOf(fields: string[], width: number): RecordFault | undefined {
  if (fields.length !== width) {
    return { code: 'CSV_RAGGED', reason: `The row has ${fields.length} fields, the header ${width}.` };
  }
  if (fields.some((field) => field.includes('\ufffd'))) {
    return {
      code: 'NOT_UTF8',
      reason: 'The row is not in the chosen encoding: choose another or save the file as UTF-8.',
    };
  }
  return undefined;
}

function unclosed(line: number, text: string): CsvRecord {
  const reason =
    'A quote is opened here and never closed, so nothing after it was read: mend the line and import again.';
  return { line, raw: text.slice(0, 200), fault: { code: 'CSV_UNCLOSED', reason } };
}
