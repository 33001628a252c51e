import { readSdl } from '@adal/service';
import { segmentsResolvers } from './segments.resolvers';

/** Segments and groups as people make, look at and delete them. */
export const segments = { typeDefs: readSdl(__dirname, 'segments.graphql'), resolvers: segmentsResolvers };
export { listMembers } from './segment.queries';
export { segmentUnknown, type SegmentUnknown } from './segment.refusals';
export type { SegmentMemberEdge, SegmentMembers, SegmentPage } from './segment.queries';
