import { readSdl } from '@adal/service';
import { dumpsResolvers } from './dumps.resolvers';

/** Dumps: the views of BI written as files. */
export const dumps = { typeDefs: readSdl(__dirname, 'dumps.graphql'), resolvers: dumpsResolvers };
export { DumpFileRow, DumpRow } from './dump.entity';
export { writeDumps } from './write-dumps';
