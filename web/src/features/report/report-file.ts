import type { FileRow } from '@/ui/files';
import type { Cell, ReportColumn, Table } from './view';

/** What a file says besides its rows. */
export interface FileHead {
  title: string;
  /** Period, comparison, filters: a line each. */
  lines: string[];
}

export interface FileWords {
  compared: string;
  change: string;
  total: string;
  text: (unit: string, text: string | null) => string;
}

/** A table as rows of a file: what it is, of what, then its columns; numbers as they are, to be counted with. */
export function fileRows(table: Table, head: FileHead, words: FileWords): FileRow[] {
  const compared = table.columns.map((_, index) =>
    table.rows.some(({ cells }) => (cells[index]?.compared ?? null) !== null),
  );
  const lineOf = (cells: Cell[], first?: string): FileRow =>
    table.columns.flatMap((column, index) => {
      const cell = cells[index];
      if (column.isDimension) return [index === 0 && first !== undefined ? first : printed(column, cell, words)];
      return compared[index]
        ? [numberOf(cell?.value), numberOf(cell?.compared), changeOf(cell)]
        : [numberOf(cell?.value)];
    });
  return [
    [head.title],
    ...head.lines.map((line) => [line]),
    [],
    table.columns.flatMap(({ name }, index) =>
      compared[index] ? [name, `${name}, ${words.compared}`, `${name}, ${words.change}`] : [name],
    ),
    ...table.rows.map(({ cells }) => lineOf(cells)),
    ...(table.total === null ? [] : [lineOf(table.total, words.total)]),
  ];
}

const numberOf = (value: number | null | undefined): string | number => value ?? '';

function changeOf(cell: Cell | undefined): string | number {
  const [value, before] = [cell?.value ?? null, cell?.compared ?? null];
  return value === null || before === null ? '' : Number((value - before).toFixed(6));
}

// Days stay what a spreadsheet reads as days.
const asIs = ['DATE', 'WEEK', 'MONTH', 'HOUR'];

function printed({ unit }: ReportColumn, cell: Cell | undefined, { text }: FileWords): string {
  const value = cell?.text ?? null;
  if (value === null) return '';
  return asIs.includes(unit) && value !== '' ? value : text(unit, value);
}
