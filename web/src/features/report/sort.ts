import type { UrlPatch } from '@/ui/params';
import type { ReportColumn, Row, Table } from './view';

/** How a table is ordered: by a column, up or down. */
export interface Sort {
  column: string;
  descending: boolean;
}

const keyOf = (table: string): string => `sort.${table}`;

export function sortOf(params: URLSearchParams, table: string): Sort | undefined {
  const text = params.get(keyOf(table)) ?? '';
  if (text === '') return undefined;
  return text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false };
}

/** The next order by a column: figures the largest first, then the other way round, then as the report has them. */
export function sortPatch(table: string, { key, isDimension }: ReportColumn, sort: Sort | undefined): UrlPatch {
  const first = !isDimension;
  const text = (descending: boolean) => (descending ? `-${key}` : key);
  if (sort?.column !== key) return { [keyOf(table)]: text(first) };
  return { [keyOf(table)]: sort.descending === first ? text(!first) : undefined };
}

/** Rows in that order; what is undefined comes last either way. */
export function sortedBy<Item extends { row: Row }>(items: Item[], table: Table, sort: Sort | undefined): Item[] {
  const index = table.columns.findIndex(({ key }) => key === sort?.column);
  const column = table.columns[index];
  if (column === undefined || sort === undefined) return items;
  const sign = sort.descending ? -1 : 1;
  return [...items].sort((one, other) => {
    const [left, right] = [one.row.cells[index], other.row.cells[index]];
    if (column.isDimension)
      return sign * (left?.text ?? '').localeCompare(right?.text ?? '', undefined, { numeric: true });
    const [value, against] = [left?.value ?? null, right?.value ?? null];
    if (value === null || against === null) return Number(value === null) - Number(against === null);
    return sign * (value - against);
  });
}
