import Papa from 'papaparse';

/** Rows as a CSV file's text: comma, header row, UTF-8 with the mark that lets Excel see it. */
export function toCsv(header: string[], rows: string[][]): string {
  return '\ufeff' + Papa.unparse({ fields: header, data: rows.map((row) => row.map(inert)) }, { newline: '\r\n' });
}

/** Offers a text as a file to save. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8') {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

// A spreadsheet would run a text that begins like a formula.
function inert(value: string): string {
  return /^[=@\t\r]/.test(value) ? `'${value}` : value;
}
