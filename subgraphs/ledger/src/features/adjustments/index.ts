import { readSdl } from '@adal/service';
import { resolvers } from './adjustments.resolvers';

/** Staff give and take points by hand, within limits and with a second pair of eyes. */
export const adjustments = {
  typeDefs: readSdl(__dirname, 'adjustments.graphql', 'adjustment-commands.graphql'),
  resolvers,
};
export { AdjustmentStepRow } from './adjustment-step.entity';
export { adjustmentsByEntryLoader, adjustmentStepsLoader } from './adjustment.queries';
export { AdjustmentRow } from './adjustment.entity';
export { decideAlone, type AdjustmentLimitExceeded } from './adjustment.rules';
export { lapseProposals } from './lapse-proposals';
