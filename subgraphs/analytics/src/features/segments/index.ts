import { readSdl } from '@adal/service';
import { segmentsResolvers } from './segments.resolvers';

/** Segments: definitions over members, who is in them, and the news of who enters and leaves. */
export const segments = { typeDefs: readSdl(__dirname, 'segments.graphql'), resolvers: segmentsResolvers };
export { SegmentMemberRow, SegmentRow } from './segment.entity';
export type { SegmentMemberEdge, SegmentMembers, SegmentPage } from './segment.queries';
export { refreshSegment } from './refresh-segment';
export { refreshTouched } from './refresh-touched';
export { refreshStaleSegments } from './refresh-stale';
export { watchSegments, type SegmentWatch } from './watch-segments';
