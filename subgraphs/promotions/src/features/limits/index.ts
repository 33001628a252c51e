import { readSdl } from '@adal/service';

/** What of a promotion can be used up. */
export const promotionLimits = { typeDefs: readSdl(__dirname, 'limits.graphql'), resolvers: {} };

export { forgetLimitStates } from './forget-limit-states';
export { findExhausted } from './limit.queries';
export { LimitStateRow } from './limit-state.entity';
export { onLimitExhausted } from './on-limit-exhausted';
export { onLimitFreed } from './on-limit-freed';
export { isLimited, LEFT_OUT, limitsOf, limitsUsed, whyWithheld, type Buyer } from './promotion-limits.rules';
export { sayLimits } from './say-limits.rules';
export { paceLimits } from './pace.rules';
export { checkLimits, hasBudget, limitsOfInput } from './limits-input.rules';
export { limitsColumn, type PromotionLimits } from './limits-column';
