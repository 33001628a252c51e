export { LimitCounter } from './limit-counter.entity';
export { exhaustedSentence, limitsAsked, milliOf } from './limit.rules';
export { LimitUse } from './limit-use.entity';
