export { Approval } from './approval.entity';
export { findApproval, lacksApproval } from './approval.queries';
export { needsApproval } from './approval.rules';
