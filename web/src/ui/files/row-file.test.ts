/** @jest-environment node */
import { inflateRawSync } from 'node:zlib';
import type { FileTarget } from './file-target';
import { openRowFile, type RowFormat } from './row-file';

const header = ['Name', 'City'];
const rows = [
  ['Айгүл <&>', 'Алматы'],
  ['=1+1', 'a,"b"'],
];

async function made(format: RowFormat, body = rows): Promise<Buffer> {
  const written: Buffer[] = [];
  const target: FileTarget = {
    write: async (part) => void written.push(Buffer.from(part as string)),
    end: async () => undefined,
    drop: async () => undefined,
  };
  const file = await openRowFile(format, header, target);
  for (const row of body) await file.add([row]);
  await file.end();
  return Buffer.concat(written);
}

/** Reads an archive by its directory, as spreadsheets do. */
function unzipped(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + zip.readUInt16LE(local + 26);
    files[name] = inflateRawSync(zip.subarray(from, from + packed)).toString('utf8');
    at += 46 + nameLength;
  }
  return files;
}

describe('a file of rows', () => {
  it('is CSV that Excel reads and no spreadsheet runs', async () => {
    expect((await made('CSV')).toString('utf8')).toBe('\ufeffName,City\r\nАйгүл <&>,Алматы\r\n\'=1+1,"a,""b"""\r\n');
  });

  it('is a workbook of one sheet with texts as they are', async () => {
    const files = unzipped(await made('XLSX'));
    expect(Object.keys(files)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const cells = [...(files['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<t [^>]*>(.*?)<\/t>/g)].map(
      ([, text]) => text,
    );
    expect(cells).toEqual(['Name', 'City', 'Айгүл &lt;&amp;&gt;', 'Алматы', '=1+1', 'a,"b"']);
  });

  it('gives a spreadsheet days that are days, and leaves what only looks like one', async () => {
    const files = unzipped(
      await made('XLSX', [
        ['2026-11-22', '2026-13-40'],
        ['0001-01-01', '2026-11'],
        ['2026-02-30', ''],
      ]),
    );
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect([...sheet.matchAll(/<c s="1"><v>(.*?)<\/v>/g)].map(([, serial]) => serial)).toEqual(['46348']);
    expect([...sheet.matchAll(/<t [^>]*>(.*?)<\/t>/g)].map(([, text]) => text)).toEqual([
      ...header,
      ...['2026-13-40', '0001-01-01', '2026-11', '2026-02-30', ''],
    ]);
  });
});
