export { Promotions } from './promotions';
export { useSummary } from './use-summary';
