export { Approval } from './approval.entity';
export { findApproval, lacksApproval } from './approval.queries';
