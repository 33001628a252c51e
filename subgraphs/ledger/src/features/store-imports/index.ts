import { readSdl } from '@adal/service';
import { resolvers } from './store-imports.resolvers';

/** Stores of a file. */
export const storeImports = { typeDefs: readSdl(__dirname, 'store-imports.graphql'), resolvers };
