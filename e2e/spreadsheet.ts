import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const DIRECTORY_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** The rows of a workbook of one sheet: numbers as numbers, texts as texts, days as YYYY-MM-DD. Read as spreadsheets do, by its directory. */
export function sheetRows(path: string): (string | number)[][] {
  const sheet = fileIn(readFileSync(path), 'xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c( s="1")?><v>(.*?)<\/v><\/c>|<t [^>]*>(.*?)<\/t>/gs)].map(([, isDay, number, text]) => {
      if (number === undefined) return text ?? '';
      return isDay === undefined ? Number(number) : dayOf(Number(number));
    }),
  );
}

const dayOf = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

function fileIn(zip: Buffer, wanted: string): string {
  const end = zip.lastIndexOf(DIRECTORY_END);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const from = local + 30 + zip.readUInt16LE(local + 26);
      return inflateRawSync(zip.subarray(from, from + packed)).toString('utf8');
    }
    at += 46 + nameLength;
  }
  throw new Error(`There is no ${wanted} in the workbook.`);
}
