import { inLanguage, type Texts } from '../metrics';
import { dimensionColumn, valueColumn } from './report.builders';
import type { Days, Language, ReportCell, ReportChart, ReportRow, ReportTable } from './report';

export const texts = (ru: string, kk: string, en: string): Texts => ({ ru, kk, en });

export const inWords = (locale: Language, all: Texts): string => inLanguage(all, locale);

/** A name with the days that it is of, as people write them. */
export const nameOfDays = (locale: Language, names: Texts, days: Days): string =>
  `${inWords(locale, names)}, ${inFull(days.from)} – ${inFull(days.to)}`;

const inFull = (day: string): string => day.split('-').reverse().join('.');

/** Undefined when nothing is below the line. */
export const ratio = (above: number, below: number): number | null => (below === 0 ? null : above / below);

/** Money and points leave the store in minor units. */
export const whole = (minor: unknown): number => Number(minor) / 100;

interface TableOf {
  readonly key: string;
  readonly names: Texts;
  /** What its rows are told apart by. */
  readonly by: readonly Parameters<typeof dimensionColumn>[1][];
  readonly values: readonly Parameters<typeof valueColumn>[1][];
}

/** A table with its columns in words. */
export const tableOf = (
  locale: Language,
  { key, names, by, values }: TableOf,
  rows: readonly (readonly ReportCell[])[],
  total: readonly ReportCell[] | null = null,
): ReportTable => ({
  key,
  name: inWords(locale, names),
  columns: [
    ...by.map((column) => dimensionColumn(locale, column)),
    ...values.map((column) => valueColumn(locale, column)),
  ],
  rows: rows.map((cells): ReportRow => ({ cells, drill: null })),
  total,
});

/** A chart of a table that is there. */
export const chartOf = (
  locale: Language,
  names: Texts,
  kind: ReportChart['kind'],
  { table, x, series }: Pick<ReportChart, 'table' | 'x' | 'series'>,
  references: readonly { readonly names: Texts; readonly value: number }[] = [],
): ReportChart => ({
  ...{ name: inWords(locale, names), kind, table, x, series },
  references: references.map((one) => ({ name: inWords(locale, one.names), value: one.value })),
});
