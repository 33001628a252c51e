import { findMetric, type Metric } from '../metrics';
import type { Named, ReportAsk, ValueUnit } from '../reports';

/** A column that a metric fills. */
export interface MeasuredColumn extends Named {
  readonly unit: ValueUnit;
  /** Others are derived of it; it is not shown. */
  readonly isHidden: boolean;
  readonly metric: Metric;
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
export const measured = (key: string, over: Partial<Omit<MeasuredColumn, 'metric'>> = {}): MeasuredColumn =>
  measuredBy(metricOf(key), over);

/** A column of a metric, be it of the registry or of this report alone. */
export function measuredBy(metric: Metric, over: Partial<Omit<MeasuredColumn, 'metric'>> = {}): MeasuredColumn {
  const { key, names, descriptions, unit } = metric;
  return { key, names, descriptions, unit, ofAll: false, isHidden: false, ...over, metric };
}

/** The part of a column that a row has of the whole. */
export const shareOf = (key: string): DerivedColumn => ({
  key: `${key}.share`,
  names: { ru: 'Доля', kk: 'Үлесі', en: 'Share' },
  descriptions: {
    ru: 'Какая часть итога приходится на строку.',
    kk: 'Жолға қорытындының қандай бөлігі тиесілі.',
    en: 'Which part of the total the row has.',
  },
  unit: 'RATIO',
  of: (value, total) => over(value(key), total(key)),
});

/** Two columns: of receipts that name a member, and of those that do not. Of both the registry has metrics. */
export const byCard = (key: string, over: Partial<Omit<MeasuredColumn, 'metric'>> = {}): MeasuredColumn[] => [
  measured(`${key}.identified`, over),
  measured(`${key}.anonymous`, over),
];

/** One over the other; undefined over nothing. */
export const over = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : above / below;

/**
 * True when goods are told apart. Then receipts are not counted: a receipt is in many brands, and only a look at every line tells in
 * which, while units are kept by goods and day.
 */
export const isOfGoods = ({ by, filters }: Pick<ReportAsk, 'by' | 'filters'>): boolean =>
  [by, ...filters.map(({ dimension }) => dimension)].some((name) => name === 'brand' || name === 'category');

/** A metric of the registry, which must have it. */
export function metricOf(key: string): Metric {
  const metric = findMetric(key);
  if (!metric) throw new Error(`There is no metric ${key}`);
  return metric;
}
