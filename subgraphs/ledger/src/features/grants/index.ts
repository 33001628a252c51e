import { readSdl } from '@adal/service';
import { resolvers } from './grants.resolvers';

/** Staff or a campaign give points to many members at once. */
export const grants = { typeDefs: readSdl(__dirname, 'grants.graphql'), resolvers };
export { PointGrantRow } from './point-grant.entity';
