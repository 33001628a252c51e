import { computeMetrics, overNothing, type Dimension, type Grain } from '../metrics';
import type { Days, ReportAsk } from '../reports';
import { isMeasured, type MeasuredColumn, type MetricColumn } from './metric-columns';

/** What columns come to in a bucket, of one combination of dimensions. */
export interface ValuesRow {
  /** Beginning of the bucket by the wall clock, e.g. 2024-02-29T23; '' without a grain. */
  readonly bucket: string;
  readonly dimensions: readonly string[];
  readonly values: ReadonlyMap<string, number | null>;
}

/** What rows are told apart by. */
export interface Split {
  readonly grain: Grain | null;
  readonly by: readonly Dimension[];
  /** False when rows do not come to a whole: then nobody adds one up. */
  readonly hasTotal?: false;
}

/** Rows and their total, of the same days. */
export interface Values {
  readonly rows: readonly ValuesRow[];
  readonly total: ValuesRow;
}

/** Asks the metrics behind the columns for rows and for the whole. */
export async function valuesOver(
  ask: ReportAsk,
  columns: readonly MetricColumn[],
  days: Days,
  split: Split,
): Promise<Values> {
  const over = ({ grain, by }: Split): Promise<ValuesRow[]> =>
    measuredOver(ask, columns.filter(isMeasured), days, { grain, by });
  const isWhole = split.grain === null && split.by.length === 0;
  const [rows, whole] = await Promise.all([
    over(split),
    isWhole || split.hasTotal === false ? [] : over({ grain: null, by: [] }),
  ]);
  const sums = (isWhole ? rows : whole)[0]?.values ?? nothingOf(columns);
  const total = derive({ bucket: '', dimensions: [], values: sums }, columns, sums);
  return { rows: rows.map((row) => derive(row, columns, total.values)), total };
}

export const nameOf = (bucket: string, dimensions: readonly string[]): string => [bucket, ...dimensions].join('\u0000');

async function measuredOver(
  ask: ReportAsk,
  columns: readonly MeasuredColumn[],
  { from, to }: Days,
  split: Pick<Split, 'grain' | 'by'>,
): Promise<ValuesRow[]> {
  const together = Map.groupBy(columns, ({ ofAll }) => (ofAll ? null : ask.population));
  const found = new Map<string, ValuesRow & { values: Map<string, number | null> }>();
  const asked = [...together].map(async ([population, group]) => {
    const rows = await computeMetrics(ask.ctx, {
      ...split,
      firstDay: from,
      lastDay: to,
      metrics: group.map(({ metric }) => metric),
      filters: ask.filters,
      population,
    });
    for (const { bucket, dimensions, values } of rows) {
      const name = nameOf(bucket, dimensions);
      const row = found.get(name) ?? { bucket, dimensions, values: nothingOf(columns) };
      for (const { key, metric } of group) row.values.set(key, values.get(metric.key) ?? null);
      found.set(name, row);
    }
  });
  await Promise.all(asked);
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

/** What columns come to where nothing happened. */
export const nothingOf = (columns: readonly MetricColumn[]): Map<string, number | null> =>
  new Map(columns.map((column) => [column.key, isMeasured(column) ? overNothing(column.metric) : null]));

function derive(
  row: ValuesRow,
  columns: readonly MetricColumn[],
  total: ReadonlyMap<string, number | null>,
): ValuesRow {
  const values = new Map(row.values);
  // The total of a total is itself: what is derived there reads what was derived before.
  const whole = total === row.values ? values : total;
  for (const column of columns)
    if (!isMeasured(column))
      values.set(
        column.key,
        column.of(
          (key) => values.get(key) ?? null,
          (key) => whole.get(key) ?? null,
        ),
      );
  return { ...row, values };
}
