import { readSdl } from '@adal/service';
import { resolvers } from './adjustment-limits.resolvers';

/** How many points staff of a role may adjust, and what is left of it today. */
export const adjustmentLimits = { typeDefs: readSdl(__dirname, 'adjustment-limits.graphql'), resolvers };
export { AdjustmentLimitRow } from './adjustment-limit.entity';
export { leftOf, type AdjustmentLimits } from './adjustment-limit.rules';
export { adjustedOn, limitsOf, lockAllowance } from './adjustment-limits';
