export { ApprovalActions } from './approval-actions';
export { PromotionPage } from './promotion';
export { StatusActions } from './status-actions';
