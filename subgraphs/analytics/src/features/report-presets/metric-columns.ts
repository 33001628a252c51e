import { findMetric, type DimensionFilter, type Metric } from '../metrics';
import type { Named, ValueUnit } from '../reports';

/** A column that a metric fills. */
export interface MeasuredColumn extends Named {
  readonly unit: ValueUnit;
  readonly metric: Metric;
  /** Besides those of the report. */
  readonly filters: readonly DimensionFilter[];
  /** All members count, whatever segment the report is of. */
  readonly ofAll: boolean;
}

/** A column that others come to; those stand before it. */
export interface DerivedColumn extends Named {
  readonly unit: ValueUnit;
  readonly of: (value: ValueOf, total: ValueOf) => number | null;
}

/** The value of a column, in the row or in the total. */
export type ValueOf = (key: string) => number | null;
export type MetricColumn = MeasuredColumn | DerivedColumn;

export const isMeasured = (column: MetricColumn): column is MeasuredColumn => 'metric' in column;

/** A column of a metric of the registry, with its name unless it is given another. */
export function measured(key: string, over: Partial<Omit<MeasuredColumn, 'metric'>> = {}): MeasuredColumn {
  const metric = metricOf(key);
  const { names, descriptions, unit } = metric;
  return { key, names, descriptions, unit, filters: [], ofAll: false, ...over, metric };
}

/** One over the other; undefined over nothing. */
export const over = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : above / below;

function metricOf(key: string): Metric {
  const metric = findMetric(key);
  if (!metric) throw new Error(`There is no metric ${key}`);
  return metric;
}
