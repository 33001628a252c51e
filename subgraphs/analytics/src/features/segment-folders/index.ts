import { readSdl } from '@adal/service';
import { segmentFoldersResolvers } from './segment-folders.resolvers';

/** Where segments are kept. */
export const segmentFolders = {
  typeDefs: readSdl(__dirname, 'segment-folders.graphql'),
  resolvers: segmentFoldersResolvers,
};
