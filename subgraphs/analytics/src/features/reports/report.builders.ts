import type { Dimension, DimensionFilter, Texts } from '../metrics';
import type {
  Days,
  DimensionUnit,
  Language,
  ReportAsk,
  ReportBody,
  ReportCell,
  ReportColumn,
  ReportDrill,
  ReportFigure,
  ValueUnit,
} from './report';

/** A body with what a preset has to say; the rest is empty. */
export const body = (parts: Partial<ReportBody>): ReportBody => ({
  figures: [],
  tables: [],
  charts: [],
  checks: [],
  notes: [],
  ...parts,
});

/** What is named and described, once for all languages. */
export interface Named {
  readonly key: string;
  readonly names: Texts;
  readonly descriptions: Texts;
}

export const valueColumn = (locale: Language, named: Named & { readonly unit: ValueUnit }): ReportColumn => ({
  ...inWords(locale, named),
  unit: named.unit,
  isDimension: false,
});

export const dimensionColumn = (locale: Language, named: Named & { readonly unit: DimensionUnit }): ReportColumn => ({
  ...inWords(locale, named),
  unit: named.unit,
  isDimension: true,
});

export const figure = (
  locale: Language,
  named: Named & { readonly unit: ValueUnit },
  values: { readonly value: number | null; readonly compared?: number | null; readonly reference?: number },
): ReportFigure => ({
  ...inWords(locale, named),
  unit: named.unit,
  value: values.value,
  compared: values.compared ?? null,
  reference: values.reference ?? null,
});

export const textCell = (text: string, drill: ReportDrill | null = null): ReportCell => ({
  text,
  value: null,
  compared: null,
  drill,
});

export const valueCell = (
  value: number | null,
  compared: number | null = null,
  drill: ReportDrill | null = null,
): ReportCell => ({ text: null, value, compared, drill });

/** What a dimension has in a total. */
export const NO_TEXT: ReportCell = { text: null, value: null, compared: null, drill: null };

/** Another question with the filters of this one; `also` replaces those of its dimension. */
export function reportDrill(
  { askedFilters }: Pick<ReportAsk, 'askedFilters'>,
  to: { readonly report: string; readonly days: Days } & Partial<Pick<ReportAsk, 'grain' | 'by'>>,
  also: readonly DimensionFilter[] = [],
): ReportDrill {
  const narrowed = new Set<Dimension>(also.map(({ dimension }) => dimension));
  return {
    __typename: 'ReportDrillReport',
    report: to.report,
    ...to.days,
    grain: to.grain ?? null,
    by: to.by ?? null,
    filters: [...askedFilters.filter(({ dimension }) => !narrowed.has(dimension)), ...also],
  };
}

function inWords(
  locale: Language,
  { key, names, descriptions }: Named,
): { key: string; name: string; description: string } {
  return { key, name: names[locale], description: descriptions[locale] };
}
