/** What happens to a member leads to a message. */
export type { JourneyTools } from './journey-tools';
export { onMemberEnrolled } from './on-member-enrolled';
export { onPurchaseConfirmed } from './on-purchase-confirmed';
export { onPurchaseReturned } from './on-purchase-returned';
