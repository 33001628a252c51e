import { readSdl } from '@adal/service';
import { segmentExportsResolvers } from './segment-exports.resolvers';

/** Members of segments taken out, each time written down first. */
export const segmentExports = {
  typeDefs: readSdl(__dirname, 'segment-exports.graphql'),
  resolvers: segmentExportsResolvers,
};
export { SegmentExportRow } from './segment-export.entity';
