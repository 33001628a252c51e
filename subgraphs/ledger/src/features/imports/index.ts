import { readSdl } from '@adal/service';
import { resolvers } from './imports.resolvers';

/** Files of a chain's own systems: stores, receipts, opening balances. */
export const imports = { typeDefs: readSdl(__dirname, 'imports.graphql'), resolvers };
export { ImportPulse } from './import-pulse.entity';
export { ImportedRow } from './imported-row.entity';
