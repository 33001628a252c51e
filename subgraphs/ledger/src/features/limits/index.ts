import { readSdl } from '@adal/service';
import { resolvers } from './limits.resolvers';

/** What can be used up: coupons, budgets, caps. */
export const limits = { typeDefs: readSdl(__dirname, 'limits.graphql'), resolvers };
export { forgetLimits, KEPT_DAYS } from './forget-limits';
export { LimitCounter } from './limit-counter.entity';
export { limitsUsedLoader, type LimitUseFigures } from './limit.loaders';
export { couponCodes, couponsAmong, exhaustedSentence, limitsAsked, milliOf } from './limit.rules';
export { LimitUse } from './limit-use.entity';
export { tellLimits } from './tell-limits';
