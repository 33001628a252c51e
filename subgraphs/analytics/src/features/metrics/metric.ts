/** What can be told apart. What each means for facts of one kind is in metric.sources.ts. */
export const DIMENSIONS = ['store', 'city', 'brand', 'category', 'identified'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Buckets of time by each store's own clock; weeks begin on Monday. */
export const GRAINS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
export type Grain = (typeof GRAINS)[number];

/** Kinds of facts that a metric can be computed from. */
export type SourceName = 'salesByHour' | 'salesBySku' | 'receipts' | 'lines' | 'points' | 'members';

/** A text in the three languages of the back office. */
export interface Texts {
  readonly ru: string;
  readonly kk: string;
  readonly en: string;
}

/** How a metric is computed from facts of one kind: aggregates in the common subset, over integers alone. */
export interface Measure {
  readonly source: SourceName;
  /** Facts that have a part in it; all when absent. */
  readonly only?: string;
  readonly numerator: string;
  /** For averages and shares: the value is numerator / denominator, undefined when nothing is below the line. */
  readonly denominator?: string;
}

/** A definition of the registry. */
export interface Metric {
  readonly key: string;
  readonly names: Texts;
  readonly descriptions: Texts;
  readonly unit: 'MONEY' | 'POINTS' | 'COUNT' | 'RATIO';
  /** In words of the registry. */
  readonly formula: string;
  /** Values of periods, stores, cities and identified or not add up to the whole. */
  readonly additive: boolean;
  readonly dimensions: readonly Dimension[];
  /** The first whose source knows every dimension and the period asked for is taken: the cheapest first. */
  readonly measures: readonly Measure[];
  /** A level, not a flow: what was there before the period counts too. */
  readonly accumulates?: boolean;
}
