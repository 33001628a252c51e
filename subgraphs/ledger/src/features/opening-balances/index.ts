import { readSdl } from '@adal/service';
import { resolvers } from './opening-balances.resolvers';

/** A run of opening balances is undone as a whole. */
export const openingBalances = { typeDefs: readSdl(__dirname, 'opening-balances.graphql'), resolvers };
export { UndoneImport } from './undone-import.entity';
