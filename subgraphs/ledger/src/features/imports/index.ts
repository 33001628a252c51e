import { readSdl } from '@adal/service';
import { resolvers } from './imports.resolvers';

export const imports = { typeDefs: readSdl(__dirname, 'imports.graphql'), resolvers };
export { ImportedRow } from './imported-row.entity';
