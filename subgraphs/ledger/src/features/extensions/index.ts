import { readSdl } from '@adal/service';
import { resolvers } from './extensions.resolvers';

/** Staff and campaigns give lots more time. */
export const extensions = { typeDefs: readSdl(__dirname, 'extensions.graphql'), resolvers };
export { ExtendedLot } from './extended-lot.entity';
export { Extension } from './extension.entity';
export { lotExtensionsLoader, type LotExtension } from './extension.loaders';
