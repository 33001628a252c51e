import type { Bind } from '../../store/binder';

/** What can be told apart. What each means for facts of one kind is in metric.sources.ts. */
export const DIMENSIONS = [
  'store',
  'city',
  'banner',
  'format',
  'legalEntity',
  'channel',
  'tender',
  'weekday',
  'hour',
  'brand',
  'category',
  'sku',
  'promotion',
  'identified',
  'gender',
  'ageGroup',
  'homeStore',
  'language',
  'status',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Buckets of time by each store's own clock; weeks begin on Monday. */
export const GRAINS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
export type Grain = (typeof GRAINS)[number];

/** Kinds of facts that a metric can be computed from. */
export type SourceName =
  | ('salesByHour' | 'salesBySku' | 'salesByPromotion' | 'buyers')
  | ('receipts' | 'lines' | 'purchases' | 'promotions')
  | ('points' | 'issues' | 'lots' | 'members' | 'families' | 'joiners')
  | ('newcomers' | 'visits' | 'habits' | 'turnover' | `activity${30 | 90 | 365}`);

/** A text in the three languages of the back office. */
export interface Texts {
  readonly ru: string;
  readonly kk: string;
  readonly en: string;
}

/** A text as it is written down: ru, kk, en. */
export type Words = readonly [ru: string, kk: string, en: string];

export const texts = ([ru, kk, en]: Words): Texts => ({ ru, kk, en });

/** NUMBER is what counts come to on average. */
export type Unit = 'MONEY' | 'POINTS' | 'COUNT' | 'QUANTITY' | 'NUMBER' | 'RATIO' | 'DAYS';

/** How many of the store's integers make one of the unit: amounts are in minor units, quantities in thousandths, times in hours. */
export const UNIT_SCALE: Readonly<Record<Unit, number>> = {
  MONEY: 100,
  POINTS: 100,
  COUNT: 1,
  QUANTITY: 1_000,
  NUMBER: 1,
  RATIO: 1,
  DAYS: 24,
};

/** How a metric is computed from facts of one kind: aggregates in the common subset, over integers alone. */
export interface Measure {
  readonly source: SourceName;
  /** Facts that have a part in it; all when absent. */
  readonly only?: string;
  /** Its facts add up within values of this alone: it is taken when rows are split by it. */
  readonly within?: Dimension;
  readonly numerator: string;
  /** For averages and shares: the value is numerator / denominator, undefined when nothing is below the line. */
  readonly denominator?: string;
}

/** A definition of the registry. */
export interface Metric {
  readonly key: string;
  readonly names: Texts;
  readonly descriptions: Texts;
  readonly unit: Unit;
  /** In words of the registry. */
  readonly formula: string;
  /** Values of periods, stores, cities and identified or not add up to the whole. */
  readonly additive: boolean;
  readonly dimensions: readonly Dimension[];
  /** All when absent. */
  readonly grains?: readonly Grain[];
  /** The first whose source knows every dimension and the period asked for is taken: the cheapest first. */
  readonly measures: readonly Measure[];
  /** Metrics that its formula speaks of. */
  readonly madeOf?: readonly string[];
  /** A level, not a flow: what was there before the period counts too. */
  readonly accumulates?: boolean;
  /** What is below the line is counted in so many parts: 1000 for quantities. */
  readonly denominatorScale?: number;
}

/** What a source may need to know of a question. Days are the chain's, both inside. */
export interface Asked {
  readonly from: Date;
  readonly to: Date;
  readonly grain: Grain | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly bind: Bind;
}
