import { readSdl } from '@adal/service';
import { resolvers } from './receipt-imports.resolvers';

/** History: receipts of a file, with or without their points. */
export const receiptImports = { typeDefs: readSdl(__dirname, 'receipt-imports.graphql'), resolvers };
