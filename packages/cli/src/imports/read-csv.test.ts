import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { openCsv, type CsvRecord } from './read-csv';

const folder = mkdtempSync(path.join(tmpdir(), 'adal-csv-'));
function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function recordsOf(file: string): Promise<CsvRecord[]> {
  const source = await openCsv(file);
  const records: CsvRecord[] = [];
  for await (const record of source.records) records.push(record);
  return records;
}

it('reads rows with their lines, quoted line breaks included, plain or gzipped', async () => {
  const text = 'a,b\n1,"x\ny"\n2,z\n';
  const expected = [
    { line: 2, row: { a: '1', b: 'x\ny' } },
    { line: 4, row: { a: '2', b: 'z' } },
  ];
  expect(await recordsOf(fileOf('plain.csv', text))).toEqual(expected);
  expect(await recordsOf(fileOf('packed.csv.gz', gzipSync(text)))).toEqual(expected);
});

it('returns ragged rows and rows that are not UTF-8, and goes on', async () => {
  const records = await recordsOf(
    fileOf(
      'bad.csv',
      Buffer.concat([Buffer.from('a,b\n1\n'), Buffer.from([0xff, 0x2c, 0x31, 0x0a]), Buffer.from('3,4\n')]),
    ),
  );
  expect(records.map((record) => ('fault' in record ? record.fault.code : record.row))).toEqual([
    'CSV_RAGGED',
    'NOT_UTF8',
    { a: '3', b: '4' },
  ]);
});

it('keeps a stray quote and goes on; a quote that is never closed is said, with its line', async () => {
  expect(await recordsOf(fileOf('stray.csv', 'a,b\n"x"y,1\n2,3\n'))).toEqual([
    { line: 2, row: { a: '"x"y', b: '1' } },
    { line: 3, row: { a: '2', b: '3' } },
  ]);
  const open = await recordsOf(fileOf('open.csv', 'a,b\n1,2\n3,"4\n5,6\n'));
  expect(open[0]).toEqual({ line: 2, row: { a: '1', b: '2' } });
  expect(open.at(-1)).toMatchObject({ fault: { code: 'CSV_MALFORMED' } });
});

it.each([
  ['empty.csv', Buffer.from(''), 'is empty'],
  ['wide.csv', Buffer.from([0xff, 0xfe, 0x61, 0x00]), 'UTF-16'],
  ['sheet.csv', Buffer.from('PK..'), 'spreadsheet'],
  ['packed.csv', gzipSync('a'), 'gzipped'],
  ['twice.csv', Buffer.from('a,a\n1,2\n'), 'twice'],
])('refuses %s with a sentence', async (name, content, sentence) => {
  await expect(openCsv(fileOf(name, content))).rejects.toThrow(sentence);
});

it('refuses a file that is not there with a sentence', async () => {
  await expect(openCsv(path.join(folder, 'none.csv'))).rejects.toThrow('cannot be opened');
});
