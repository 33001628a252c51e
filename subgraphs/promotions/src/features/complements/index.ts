import { readSdl } from '@adal/service';
import { complementsResolvers } from './complements.resolvers';

/** Which goods belong to which. */
export const complements = { typeDefs: readSdl(__dirname, 'complements.graphql'), resolvers: complementsResolvers };

export { Complement } from './complement.entity';
