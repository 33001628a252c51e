import { readSdl } from '@adal/service';
import { resolvers } from './opening-balances.resolvers';

/** Points carried over from the system before: a file lands, and is undone as a whole. */
export const openingBalances = { typeDefs: readSdl(__dirname, 'opening-balances.graphql'), resolvers };
