import { readSdl } from '@adal/service';
import { resolvers } from './trial-balance.resolvers';

/** Sums of accounts, and the entries they are the sums of. */
export const trialBalance = {
  typeDefs: readSdl(__dirname, 'trial-balance.graphql', 'account-entries.graphql'),
  resolvers,
};
