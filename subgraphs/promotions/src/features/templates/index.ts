import { readSdl } from '@adal/service';
import { templatesResolvers } from './templates.resolvers';

/** The engine's gallery of mechanics, for screens. */
export const templates = { typeDefs: readSdl(__dirname, 'templates.graphql'), resolvers: templatesResolvers };

export { templateKeysOf } from './template.rules';
