import type { Texts } from '../metrics';
import {
  comparedBucket,
  figure,
  NO_TEXT,
  textCell,
  valueCell,
  valueColumn,
  type ReportAsk,
  type ReportCell,
  type ReportFigure,
  type ReportPreset,
  type ReportTable,
} from '../reports';
import { columnOf, shownValue, timeColumn } from './dimension.columns';
import { isMeasured, type MetricColumn } from './metric-columns';
import { drillOf } from './metric-drill';
import { nameOf, nothingOf, valuesOver, type Split, type Values, type ValuesRow } from './metric-values';

/** A table made of metrics of the registry. */
export interface MetricTableShape extends Split {
  readonly key: string;
  readonly names: Texts;
  readonly columns: readonly MetricColumn[];
  /** The report that its rows are looked into with, and what that can be split by. */
  readonly drill: Pick<ReportPreset, 'key' | 'cuts' | 'grains'>;
}

/** The table with its total, and the figures of the whole. */
export interface MetricTable {
  readonly table: ReportTable;
  /** One for each column that is shown, with its key. */
  readonly figures: readonly ReportFigure[];
  readonly values: Values;
  readonly before: Values | null;
}

/** Asks the metrics for rows and for the whole, of the period and of what it is compared with. */
export async function metricTable(ask: ReportAsk, shape: MetricTableShape): Promise<MetricTable> {
  const [values, before] = await Promise.all([
    valuesOver(ask, shape.columns, ask.days, shape),
    ask.compared && valuesOver(ask, shape.columns, ask.compared, shape),
  ]);
  const { locale } = ask;
  const shown = shape.columns.filter((column) => !(isMeasured(column) && column.isHidden));
  const cells = (row: ValuesRow, other: ValuesRow | undefined): ReportCell[] =>
    shown.map(({ key }) => valueCell(row.values.get(key) ?? null, other?.values.get(key) ?? null));
  const dimensions = [
    ...(shape.grain ? [timeColumn(shape.grain, locale)] : []),
    ...shape.by.map((dimension) => columnOf(dimension, locale)),
  ];
  const table = {
    key: shape.key,
    name: shape.names[locale],
    columns: [...dimensions, ...shown.map((column) => valueColumn(locale, column))],
    rows: pairs(ask, shape, values.rows, before?.rows ?? []).map(([row, other]) => ({
      cells: [...dimensionsOf(row, shape, ask), ...cells(row, other)],
      drill: drillOf(row, shape, ask),
    })),
    total: shape.hasTotal === false ? null : [...dimensions.map(() => NO_TEXT), ...cells(values.total, before?.total)],
  };
  const valueOf = (key: string, of: Values | null): number | null => of?.total.values.get(key) ?? null;
  const figures = shown.map((column) =>
    figure(locale, column, { value: valueOf(column.key, values), compared: valueOf(column.key, before) }),
  );
  return { table, figures, values, before };
}

/** Rows with those they are compared with. Without time, what there was only then has a row too, and the most comes first. */
function pairs(
  ask: ReportAsk,
  { grain, columns }: MetricTableShape,
  rows: readonly ValuesRow[],
  before: readonly ValuesRow[],
): [ValuesRow, ValuesRow | undefined][] {
  const known = new Map(before.map((row) => [nameOf(row.bucket, row.dimensions), row]));
  const nothing = (row: ValuesRow): ValuesRow => ({ ...row, values: nothingOf(columns) });
  // Without a split every bucket of the compared period is there; of a split only those with facts.
  const was = (row: ValuesRow, bucket: string): ValuesRow | undefined =>
    known.get(nameOf(bucket, row.dimensions)) ?? (ask.compared && row.dimensions.length > 0 ? nothing(row) : undefined);
  if (grain) {
    const then = (bucket: string): string =>
      ask.comparison ? comparedBucket(bucket.slice(0, 10), grain, ask.days, ask.comparison) + bucket.slice(10) : '';
    return rows.map((row) => [row, was(row, then(row.bucket))]);
  }
  const is = new Set(rows.map((row) => nameOf('', row.dimensions)));
  const gone = before.filter((row) => !is.has(nameOf('', row.dimensions)));
  const first = (row: ValuesRow): number => row.values.get(columns[0]?.key ?? '') ?? 0;
  const most = rows.toSorted((left, right) => first(right) - first(left));
  return [...most, ...gone.map(nothing)].map((row) => [row, was(row, '')]);
}

function dimensionsOf(
  { bucket, dimensions }: ValuesRow,
  { grain, by }: MetricTableShape,
  { locale }: ReportAsk,
): ReportCell[] {
  const time = grain === 'HOUR' ? bucket : bucket.slice(0, 10);
  return [
    ...(grain ? [textCell(time)] : []),
    ...by.map((dimension, index) => textCell(shownValue(dimension, dimensions[index] ?? '', locale))),
  ];
}
