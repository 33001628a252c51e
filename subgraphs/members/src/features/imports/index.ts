import { readSdl } from '@adal/service';
import { importsResolvers } from './imports.resolvers';

/** Members and cards of files. */
export const imports = { typeDefs: readSdl(__dirname, 'imports.graphql'), resolvers: importsResolvers };
