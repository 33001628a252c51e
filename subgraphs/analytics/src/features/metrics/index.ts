import { readSdl } from '@adal/service';
import { metricsResolvers } from './metrics.resolvers';

export { askStore } from './ask-store';
export { computeMetrics, overNothing } from './compute-metrics';
export type { Dimension, Grain, Metric, Texts } from '../metric-language';
export type { DimensionFilter } from './metric.question';
export { findMetric } from './metric.registry';
export { inLanguage, readLanguage } from './metrics.resolvers';

/** Metrics: definitions in code, computed over the facts. */
export const metrics = { typeDefs: readSdl(__dirname, 'metrics.graphql'), resolvers: metricsResolvers };
