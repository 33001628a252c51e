import { readSdl } from '@adal/service';
import { resolvers } from './balances.resolvers';

/** How many points a member has, in which lots, and how it came to that. */
export const balances = { typeDefs: readSdl(__dirname, 'balances.graphql'), resolvers };
export { balanceLoader, type Balance } from './balance.loaders';
