import { readSdl } from '@adal/service';
import { programmeResolvers } from './programme.resolvers';

/** The chain's standing rules: how points are earned and spent. */
export const programme = { typeDefs: readSdl(__dirname, 'programme.graphql'), resolvers: programmeResolvers };

export { Programme } from './programme.entity';
export { getProgramme } from './programme.queries';
export { toEngineProgramme } from './programme.rules';
