import { seriesColors, type Series, type SeriesRow } from '@/ui/chart/series';
import type { Cell, Chart, ReportColumn, Row, Table } from './view';

type Text = (unit: string, text: string | null) => string;

/** A column of a table and how to read it in a row. */
export interface Reading {
  column: ReportColumn;
  cell: (row: Row) => Cell | undefined;
}

export function readingOf(table: Table, key: string | undefined): Reading | undefined {
  const index = table.columns.findIndex((column) => column.key === key);
  const column = table.columns[index];
  return column && { column, cell: (row) => row.cells[index] };
}

/** What is drawn over an axis. */
export interface Drawing {
  rows: SeriesRow[];
  series: Series[];
  unit: string;
  /** The row of the table that a point of the axis stands for; none where several stand behind it. */
  rowAt: (index: number) => Row | undefined;
  /** Values of the dimension that were left out: more cannot be told apart. */
  leftOut: number;
}

const seriesMax = seriesColors.length;

interface Naming {
  text: Text;
  /** Values along the axis. */
  tick: Text;
  /** What the compared period is called. */
  compared: string;
}

/** The rows and series of a chart over an axis; a dimension among its series is spread out, its largest values first. */
export function drawingOf(table: Table, chart: Chart, naming: Naming): Drawing | undefined {
  const x = readingOf(table, chart.x);
  const first = readingOf(table, chart.series[0]);
  if (x === undefined || first === undefined) return undefined;
  return first.column.isDimension ? spread(table, chart, x, first, naming) : plain(table, chart, x, naming);
}

function plain(table: Table, { series: keys, kind }: Chart, x: Reading, { tick, compared }: Naming): Drawing {
  const readings = keys.slice(0, seriesMax).flatMap((key) => readingOf(table, key) ?? []);
  const [only] = readings;
  // One line may lie beside itself before; more would not be told apart.
  const before = readings.length === 1 && kind === 'LINE' && hasCompared(table, only) ? only : undefined;
  const series = readings.map(({ column }, index) => seriesOf(column.name, kind, index));
  if (before !== undefined) series.push({ key: beforeKey, label: compared, kind: 'dashed', color: 'gray.6' });
  return {
    rows: table.rows.map((row) => ({
      label: tick(x.column.unit, x.cell(row)?.text ?? null),
      values: {
        ...Object.fromEntries(readings.map(({ cell }, index) => [keyAt(index), cell(row)?.value ?? null])),
        ...(before !== undefined && { [beforeKey]: before.cell(row)?.compared ?? null }),
      },
    })),
    series,
    unit: only?.column.unit ?? '',
    rowAt: (index) => table.rows[index],
    leftOut: 0,
  };
}

const beforeKey = 'before';

// The chart would read a dot in a key as a path.
const keyAt = (index: number): string => `s${index}`;

const hasCompared = (table: Table, reading: Reading | undefined): boolean =>
  reading !== undefined && table.rows.some((row) => (reading.cell(row)?.compared ?? null) !== null);

function spread(table: Table, { series: keys, kind }: Chart, x: Reading, by: Reading, { text, tick }: Naming): Drawing {
  const value = readingOf(table, keys[1]);
  const valueOf = (row: Row) => value?.cell(row)?.value ?? null;
  const sums = new Map<string, number>();
  for (const row of table.rows) {
    const one = by.cell(row)?.text ?? '';
    sums.set(one, (sums.get(one) ?? 0) + Math.abs(valueOf(row) ?? 0));
  }
  const names = [...sums.keys()];
  // A pyramid has the sides that it was given, in their order.
  const drawn = (kind === 'PYRAMID' ? names : names.sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0))).slice(
    0,
    seriesMax,
  );
  const points = new Map<string, Record<string, number | null>>();
  for (const row of table.rows) {
    const at = x.cell(row)?.text ?? '';
    const values = points.get(at) ?? Object.fromEntries(drawn.map((_, index) => [keyAt(index), null]));
    const index = drawn.indexOf(by.cell(row)?.text ?? '');
    if (index >= 0) values[keyAt(index)] = valueOf(row);
    points.set(at, values);
  }
  return {
    rows: [...points].map(([at, values]) => ({ label: tick(x.column.unit, at), values })),
    series: drawn.map((one, index) => seriesOf(text(by.column.unit, one), kind, index)),
    unit: value?.column.unit ?? '',
    rowAt: () => undefined,
    leftOut: sums.size - drawn.length,
  };
}

function seriesOf(label: string, kind: Chart['kind'], index: number): Series {
  const drawn = kind === 'LINE' ? (index % 2 === 0 ? 'line' : 'dashed') : kind === 'BARS' ? 'beside' : 'bar';
  return { key: keyAt(index), label, kind: drawn, color: seriesColors[index] ?? 'gray.6' };
}

/** A matrix of a table: its two dimensions in the order of the rows, and the row of each pair. */
export interface Matrix {
  columns: string[];
  rows: { text: string; cells: (Row | undefined)[] }[];
}

export function matrixOf(table: Table, across: Reading, down: Reading): Matrix {
  const columns = new Set<string>();
  const rows = new Map<string, Map<string, Row>>();
  for (const row of table.rows) {
    const [column, line] = [across.cell(row)?.text ?? '', down.cell(row)?.text ?? ''];
    columns.add(column);
    const cells = rows.get(line) ?? new Map<string, Row>();
    rows.set(line, cells.set(column, row));
  }
  const ordered = [...columns].sort(inOrder);
  return {
    columns: ordered,
    rows: [...rows].map(([text, cells]) => ({ text, cells: ordered.map((column) => cells.get(column)) })),
  };
}

// Numbers, hours and dates are in order by themselves; words stay as they came.
function inOrder(one: string, other: string): number {
  const numbers = [Number(one), Number(other)] as const;
  if (numbers.every((number) => !Number.isNaN(number)) && one !== '' && other !== '') return numbers[0] - numbers[1];
  return isDay(one) && isDay(other) ? one.localeCompare(other) : 0;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text);
