import { readSdl } from '@adal/service';
import { upkeepResolvers } from './upkeep.resolvers';

/** Upkeep: how fresh the store is, and filling it again. */
export const upkeep = { typeDefs: readSdl(__dirname, 'upkeep.graphql'), resolvers: upkeepResolvers };
export { emptyForRebuild } from './rebuild-analytics';
export { maintainStore, rebuildFeatures, refreshFeatures } from './upkeep.jobs';
