import { readSdl } from '@adal/service';
import { resolvers } from './liability.resolvers';

/** What the chain owes its members, at any time, and what becomes of what it issued. */
export const liability = { typeDefs: readSdl(__dirname, 'liability.graphql'), resolvers };
