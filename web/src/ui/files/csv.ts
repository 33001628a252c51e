import Papa from 'papaparse';

/** Lets Excel see that the text is UTF-8. */
export const csvMark = '\ufeff';

/** Rows as a CSV file's text: comma, header row, UTF-8 with its mark. */
export function toCsv(header: string[], rows: string[][]): string {
  return csvMark + csvLines([header, ...rows]).trimEnd();
}

/** Rows as lines of CSV, each ended. */
export const csvLines = (rows: (string | number)[][]): string =>
  Papa.unparse(
    rows.map((row) => row.map(inert)),
    { newline: '\r\n' },
  ) + '\r\n';

/** Offers a text as a file to save. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8') {
  saveBlob(name, new Blob([text], { type }));
}

export function saveBlob(name: string, blob: Blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

// A spreadsheet would run a text that begins like a formula.
function inert(value: string | number): string | number {
  return typeof value === 'string' && /^[=@\t\r]/.test(value) ? `'${value}` : value;
}
