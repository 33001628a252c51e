import { readSdl } from '@adal/service';
import { rfmResolvers } from './rfm.resolvers';

/** Members by how lately, how often and for how much they buy. */
export const rfm = { typeDefs: readSdl(__dirname, 'rfm.graphql'), resolvers: rfmResolvers };
export { RfmKeptBounds, RfmVersion } from './rfm.entity';
export { keepBounds, keptScorings } from './rfm-bounds';
export { RFM_GRIDS, type RfmGrid } from './rfm.grids';
export type { RfmMember, RfmMembers } from './rfm-members';
export type { RfmFlow } from './rfm-migration';
export { getGrid, gridNow, type RfmGridNow } from './rfm.queries';
export { scored, scoredMembers, type RfmScoring } from './rfm.question';
export type { RfmCell, RfmReport } from './rfm-report';
