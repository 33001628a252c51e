import { readSdl } from '@adal/service';
import { versionsResolvers } from './versions.resolvers';

/** What a promotion was, how it changed, and the way back. */
export const versions = { typeDefs: readSdl(__dirname, 'versions.graphql'), resolvers: versionsResolvers };
