import { readSdl } from '@adal/service';
import { simulationsResolvers } from './simulations.resolvers';

/** What-ifs: drafts replayed on receipts of the past, one after another in the background. */
export const simulations = { typeDefs: readSdl(__dirname, 'simulations.graphql'), resolvers: simulationsResolvers };

export { PromotionTurn, Simulation, SimulationPart } from './simulation.entities';
export type { SimulationPage } from './simulation.queries';
export type { AskedDraft, AskedSimulation } from './simulation.rules';
export { runSimulations } from './run-simulations';
export { tellSimulation } from './tell-simulation';
export { tidySimulations } from './tidy-simulations';
