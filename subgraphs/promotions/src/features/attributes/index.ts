import { readSdl } from '@adal/service';
import { attributesResolvers } from './attributes.resolvers';

/** What the attributes of products mean. */
export const attributes = { typeDefs: readSdl(__dirname, 'attributes.graphql'), resolvers: attributesResolvers };
