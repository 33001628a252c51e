import { readSdl } from '@adal/service';

/** What files of a chain's own systems have in common: chunks of rows that land or come back. */
export const imports = { typeDefs: readSdl(__dirname, 'imports.graphql') };
export { beatPulse } from './beat-pulse';
export { findMembers, memberKeyOf, type RowMember } from './find-members';
export { ImportPulse } from './import-pulse.entity';
export { insertRows } from './insert-rows';
export { landIn } from './land-in';
export { readRow, type RowReader } from './row-reader.rules';
