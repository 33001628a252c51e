import { readSdl } from '@adal/service';
import { metricsResolvers } from './metrics.resolvers';

export { inLanguage } from './metrics.resolvers';
export type { Texts } from './metric';

/** Metrics: definitions in code, computed over the facts. */
export const metrics = { typeDefs: readSdl(__dirname, 'metrics.graphql'), resolvers: metricsResolvers };
