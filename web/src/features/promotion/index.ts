export { PromotionPage } from './promotion';
export { StatusActions } from './status-actions';
