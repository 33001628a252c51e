import { readSdl } from '@adal/service';
import { behaviourResolvers } from './behaviour.resolvers';

/** How members buy: favourites, habits and where they belong. */
export const behaviour = { typeDefs: readSdl(__dirname, 'behaviour.graphql'), resolvers: behaviourResolvers };
export { boughtLoader } from './behaviour.queries';
export type { MemberBehaviour } from './behaviour.resolvers';
export type { GoodsBought } from './goods.rules';
export { memberSegmentsLoader, type MemberSegment } from './member-segments';
