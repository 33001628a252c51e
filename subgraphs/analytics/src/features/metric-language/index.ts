/** What a metric is, which facts it can be computed from, and how metrics are composed. */
export { distinct, receiptsOf, RETURN, SALE, summed } from './aggregates';
export { metricOf, ratioOf, shareOf, type Amount, type Qualifier, type Ratio, type Share } from './build-metrics';
export { ISSUE_DAYS } from './cohort.sources';
export { CHILDREN_AGES } from './derived.sources';
export { DIMENSIONS, GRAINS, texts, UNIT_SCALE } from './metric';
export type { Asked, Dimension, Grain, Measure, Metric, SourceName, Texts, Unit, Words } from './metric';
export { sources, type DimensionColumn, type Source } from './metric.sources';
export { onlyReceipts } from './words';
