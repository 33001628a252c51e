import { csvLines, csvMark } from './csv';
import type { FileTarget } from './file-target';
import { zipTo } from './zip';

export type RowFormat = 'CSV' | 'XLSX';

/** Texts, and numbers that a spreadsheet may add up; a text that is a calendar day (2026-11-22) is a date to a spreadsheet. */
export type FileRow = (string | number)[];

/** A table's file in the making: rows go where it is written to as they come, and are not kept by the page. */
export interface RowFile {
  add(rows: FileRow[]): Promise<void>;
  end(): Promise<void>;
}

const sheetKind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const fileTypes: Readonly<Record<RowFormat, string>> = {
  CSV: 'text/csv;charset=utf-8',
  XLSX: `${sheetKind}.sheet`,
};

export const openRowFile = (format: RowFormat, header: FileRow, target: FileTarget): Promise<RowFile> =>
  format === 'CSV' ? csvFile(header, target) : xlsxFile(header, target);

async function csvFile(header: FileRow, target: FileTarget): Promise<RowFile> {
  await target.write(csvMark + csvLines([header]));
  return {
    add: async (rows) => {
      if (rows.length > 0) await target.write(csvLines(rows));
    },
    end: () => target.end(),
  };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const kinds = 'http://schemas.openxmlformats.org';
const office = `${kinds}/officeDocument/2006/relationships`;
/** What a workbook of one sheet consists of besides the sheet. */
const parts: readonly [name: string, xml: string][] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${kinds}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetKind}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetKind}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${sheetKind}.styles+xml"/></Types>`,
  ],
  ['_rels/.rels', relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`)],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${kinds}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    relations(
      `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>`,
    ),
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${kinds}/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
      // 14 is a day as the reader's country writes it.
      `<cellXfs count="2"><xf xfId="0"/><xf xfId="0" numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];
/** A day that does not fit its column is shown as hashes. */
const columns = '<cols><col min="1" max="200" width="14" customWidth="1"/></cols>';

function relations(inner: string): string {
  return `<Relationships xmlns="${kinds}/package/2006/relationships">${inner}</Relationships>`;
}

async function xlsxFile(header: FileRow, target: FileTarget): Promise<RowFile> {
  const zip = zipTo((bytes) => target.write(bytes));
  for (const [name, xml] of parts) {
    const part = await zip.file(name);
    await part.add(head + xml);
    await part.end();
  }
  const sheet = await zip.file('xl/worksheets/sheet1.xml');
  await sheet.add(
    `${head}<worksheet xmlns="${kinds}/spreadsheetml/2006/main">${columns}<sheetData>${sheetRow(header)}`,
  );
  return {
    add: (rows) => sheet.add(rows.map(sheetRow).join('')),
    end: async () => {
      await sheet.add('</sheetData></worksheet>');
      await sheet.end();
      await zip.end();
      await target.end();
    },
  };
}

const sheetRow = (cells: FileRow): string => `<row>${cells.map(sheetCell).join('')}</row>`;

function sheetCell(cell: string | number): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  const day = serialOf(cell);
  if (day !== undefined) return `<c s="1"><v>${day}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const DAY_MS = 86_400_000;
/** Spreadsheets agree on days from March 1900 on. */
const FIRST_SERIAL = 61;

/** A calendar day as spreadsheets count them; undefined for any other text. */
function serialOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(text);
  // The 30th of February is read as the 2nd of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY_MS;
  return serial >= FIRST_SERIAL ? serial : undefined;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** As XML takes it: control characters are not of it. */
const escaped = (text: string): string =>
  text.replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, '').replace(/[&<>]/g, (one) => entities[one] ?? '');
