export { Limits } from './limits';
export { LimitShare } from './limit-share';
export { useLimitAmount } from './use-limit-amount';
