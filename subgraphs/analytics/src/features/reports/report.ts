import type { AnalyticsContext } from '../../context';
import type { Dimension, DimensionFilter, Grain, Texts } from '../metrics';
import type { SegmentNode } from '../segment-language';
import type { Population } from '../segment-members';
import type { Comparison } from './report.rules';

export const REPORT_GROUPS = ['SALES', 'MEMBERS', 'POINTS', 'PROMOTIONS', 'GOODS'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

export type Language = keyof Texts;

/** Days, both inside, of each store's own clock: YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A report that comes with the system. */
export interface ReportPreset {
  readonly key: string;
  readonly names: Texts;
  readonly descriptions: Texts;
  readonly group: ReportGroup;
  /** The first is taken when none is asked for and nothing is split by; empty: it has no axis of time to choose. */
  readonly grains: readonly Grain[];
  /** What its rows can be split by. */
  readonly cuts: readonly Dimension[];
  /** Without `store` it is refused to staff of single stores. */
  readonly filters: readonly Dimension[];
  /** Filters that tell which members count: of these cities and home stores, and who bought such goods in the period. Others tell which facts do. */
  readonly memberFilters?: readonly Dimension[];
  readonly comparable: boolean;
  /** Windows of activity it offers; the first is taken when none is asked for. */
  readonly windowDays: readonly number[];
  compute(ask: ReportAsk): Promise<ReportBody>;
}

/** A question that makes sense for the preset it is asked of. */
export interface ReportAsk {
  readonly ctx: AnalyticsContext;
  readonly days: Days;
  readonly compared: Days | null;
  /** How `compared` came of `days`. */
  readonly comparison: Comparison | null;
  readonly grain: Grain | null;
  readonly by: Dimension | null;
  /** Those asked for and the stores that the actor may see, but for those that tell which members count. */
  readonly filters: readonly DimensionFilter[];
  /** Those asked for alone: what a drill takes along. */
  readonly askedFilters: readonly DimensionFilter[];
  readonly population: Population;
  /** The same as a definition, for drills to members; null when everybody counts. */
  readonly definition: SegmentNode | null;
  /** Null for a preset without windows. */
  readonly windowDays: number | null;
  readonly locale: Language;
}

/** What a report says, in the language asked for. */
export interface ReportBody {
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
  readonly checks: readonly ReportCheck[];
  /** Sentences that keep a reader from a wrong conclusion. */
  readonly notes: readonly string[];
}

/** Units of values: money and points in whole units, ratios from 0 to 1. */
export type ValueUnit = 'MONEY' | 'POINTS' | 'COUNT' | 'QUANTITY' | 'NUMBER' | 'RATIO' | 'DAYS';
/** What a dimension's text is: ISO for times (WEEK is its Monday, HOUR is 2026-03-09T13), an id for STORE and PROMOTION, a word to show for TEXT. */
export type DimensionUnit =
  | ('DATE' | 'WEEK' | 'MONTH' | 'HOUR' | 'HOUR_OF_DAY' | 'WEEKDAY')
  | ('STORE' | 'CITY' | 'BRAND' | 'CATEGORY' | 'PROMOTION' | 'TEXT');

/** A number on a card. */
export interface ReportFigure {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly unit: ValueUnit;
  readonly value: number | null;
  readonly compared: number | null;
  readonly reference: number | null;
}

export interface ReportTable {
  readonly key: string;
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  /** At most ROWS_MAX. */
  readonly rows: readonly ReportRow[];
  /** A cell for each column; null when rows do not come to a whole. */
  readonly total: readonly ReportCell[] | null;
}

export interface ReportColumn {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly unit: ValueUnit | DimensionUnit;
  readonly isDimension: boolean;
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  readonly drill: ReportDrill | null;
}

export interface ReportCell {
  /** Of dimensions; '' is unknown. */
  readonly text: string | null;
  /** Null is undefined: a ratio over nothing. */
  readonly value: number | null;
  readonly compared: number | null;
  readonly drill: ReportDrill | null;
}

export type ReportDrill =
  | {
      readonly __typename: 'ReportDrillReport';
      readonly report: string;
      readonly from: string;
      readonly to: string;
      readonly grain: Grain | null;
      readonly by: Dimension | null;
      readonly filters: readonly DimensionFilter[];
    }
  | { readonly __typename: 'ReportDrillMembers'; readonly definition: unknown }
  | {
      readonly __typename: 'ReportDrillReceipts';
      readonly from: string;
      readonly to: string;
      readonly storeId: string | null;
      readonly hour: number | null;
      readonly isIdentified: boolean | null;
    };

export type ReportChartKind = 'LINE' | 'BARS' | 'STACKED_BARS' | 'PYRAMID' | 'HEATMAP' | 'MATRIX' | 'SANKEY';

/** Columns are those of the table. */
export interface ReportChart {
  readonly name: string;
  readonly kind: ReportChartKind;
  readonly table: string;
  readonly x: string;
  readonly series: readonly string[];
  readonly references: readonly { readonly name: string; readonly value: number }[];
}

/** Two ways to the same number. */
export interface ReportCheck {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly leftValue: number;
  readonly rightValue: number;
  readonly holds: boolean;
}
