export { LimitCounter } from './limit-counter.entity';
export { LimitUse } from './limit-use.entity';
