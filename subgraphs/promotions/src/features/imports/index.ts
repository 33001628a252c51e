import { readSdl } from '@adal/service';
import { importsResolvers } from './imports.resolvers';

/** Files of the chain's own systems, in chunks. */
export const imports = { typeDefs: readSdl(__dirname, 'imports.graphql'), resolvers: importsResolvers };

export { landChunk } from './land-chunk';
