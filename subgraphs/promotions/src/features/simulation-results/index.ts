import { readSdl } from '@adal/service';
import { resultResolvers } from './result.resolvers';

/** What a what-if came to, and apart from that what it comes to by an assumption. */
export const simulationResults = {
  typeDefs: readSdl(__dirname, 'simulation-result.graphql'),
  resolvers: resultResolvers,
};

export type { Side, SimulationResult } from './result.rules';
