import type { LocalDate } from '@/fmt/dates';
import type {
  ReportComparison,
  ReportDefinitionFieldsFragment,
  ReportInput,
  ReportQuery,
} from '@/graphql/generated/graphql';
import { textParam, type UrlPatch } from '@/ui/params';
import { grainFor, reportPeriod, type ReportPeriod } from './period';

export type Definition = ReportDefinitionFieldsFragment;
export type Report = ReportQuery['report'];
export type Table = Report['tables'][number];
export type ReportColumn = Table['columns'][number];
export type Row = Table['rows'][number];
export type Cell = Row['cells'][number];
export type Chart = Report['charts'][number];
export type Drill = NonNullable<Row['drill']>;

/** Values a dimension must have one of; '' is unknown. */
export interface Filter {
  dimension: string;
  values: string[];
}

/** What the address asks a report for. */
export interface ReportView {
  period: ReportPeriod;
  compare: ReportComparison | undefined;
  grain: string | undefined;
  by: string | undefined;
  filters: Filter[];
  segmentId: string | undefined;
  /** Conditions of members that are not saved as a segment. */
  definition: unknown;
  windowDays: number | undefined;
}

/** Words of the address for what a report is compared with. */
export const comparisons = { previous: 'PREVIOUS_PERIOD', year: 'YEAR_BEFORE', none: undefined } as const;
export type ComparisonWord = keyof typeof comparisons;
export const comparisonWords = Object.keys(comparisons) as ComparisonWord[];

/** What the address asks for, as far as the report takes it. */
export function viewOf(params: URLSearchParams, definition: Definition, today: LocalDate): ReportView {
  // Months later are what cohorts are about.
  const period = reportPeriod(params, today, definition.key === 'cohorts' ? 'months12' : undefined);
  const windowDays = Number(params.get('window'));
  const by = definition.cuts.find((cut) => cut === params.get('by'));
  const grain = definition.grains.find((one) => one === params.get('grain'));
  return {
    period,
    compare: definition.comparable ? comparisons[comparisonOf(params)] : undefined,
    // What is cut is of the whole period, unless steps are asked for.
    grain: grain ?? (by === undefined ? grainFor(period, definition.grains) : undefined),
    by,
    filters: definition.filters.flatMap((dimension) => {
      const values = valuesOf(params.get(dimension));
      return values.length === 0 ? [] : [{ dimension, values }];
    }),
    segmentId: textParam(params, 'segment'),
    definition: jsonOf(textParam(params, 'definition')),
    windowDays: definition.windowDays.includes(windowDays) ? windowDays : definition.windowDays[0],
  };
}

export function comparisonOf(params: URLSearchParams): ComparisonWord {
  return comparisonWords.find((word) => word === params.get('compare')) ?? 'previous';
}

export function inputOf(key: string, view: ReportView, locale: string): ReportInput {
  const { period, filters, segmentId, definition, ...rest } = view;
  return {
    ...{ key, from: period.from, to: period.to, locale, ...rest },
    ...(filters.length > 0 && { filters }),
    ...(segmentId !== undefined ? { segmentId } : definition !== undefined && { definition }),
  };
}

const unknown = '?';

/** Values of a filter as they stand in an address: one a line, a question mark for unknown. */
export function valuesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .filter((value) => value !== '')
    .map((value) => (value === unknown ? '' : value));
}

export function filterPatch({ dimension, values }: Filter): UrlPatch {
  return { [dimension]: values.map((value) => (value === '' ? unknown : value)).join('\n') };
}

/** Keys of the address that narrow a report; the period, its steps and its comparison do not. */
export const narrowing = ({ filters }: Pick<Definition, 'filters'>): string[] => [...filters, 'segment', 'definition'];

function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
