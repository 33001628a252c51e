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
  split: { readonly grain: Grain | null; readonly by: readonly Dimension[] },
): Promise<Values> {
  const [rows, whole] = await Promise.all([
    measuredOver(ask, columns.filter(isMeasured), days, split),
    measuredOver(ask, columns.filter(isMeasured), days, { grain: null, by: [] }),
  ]);
  const sums = whole[0]?.values ?? new Map<string, number | null>();
  const total = derive({ bucket: '', dimensions: [], values: sums }, columns, sums);
  return { rows: rows.map((row) => derive(row, columns, total.values)), total };
}

export const nameOf = (bucket: string, dimensions: readonly string[]): string => [bucket, ...dimensions].join('\u0000');

async function measuredOver(
  ask: ReportAsk,
  columns: readonly MeasuredColumn[],
  { from, to }: Days,
  split: { readonly grain: Grain | null; readonly by: readonly Dimension[] },
): Promise<ValuesRow[]> {
  const together = Map.groupBy(columns, ({ filters, ofAll }) => JSON.stringify([filters, ofAll]));
  const found = new Map<string, ValuesRow & { values: Map<string, number | null> }>();
  const asked = [...together.values()].map(async (group) => {
    const rows = await computeMetrics(ask.ctx, {
      ...split,
      firstDay: from,
      lastDay: to,
      metrics: group.map(({ metric }) => metric),
      filters: [...ask.filters, ...(group[0]?.filters ?? [])],
      population: group[0]?.ofAll ? null : ask.population,
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
