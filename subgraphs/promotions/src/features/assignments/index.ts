export { Assignment } from './assignment.entity';
export { onPurchaseConfirmed } from './on-purchase-confirmed';
