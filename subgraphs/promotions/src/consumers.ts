import {
  onPurchaseConfirmed as onCouponsUsed,
  onPurchaseReturned as onCouponsReturned,
  onReservationHeld,
  onReservationReleased,
} from './features/coupon-news';
import { onPurchaseConfirmed as onAssignmentShown } from './features/assignments';
import { onLimitExhausted, onLimitFreed } from './features/limits';
import { onAttributesDeclared, onMemberSaved, onMembersImported } from './features/members';
import { onPurchaseConfirmed, onPurchaseReturned, onReceiptsImported } from './features/receipts';
import { onSegmentChanged } from './features/segments';
import { onStoreSaved } from './features/stores';

/** Events this subgraph listens to. */
export const consumers = [
  onStoreSaved,
  onMemberSaved,
  onMembersImported,
  onAttributesDeclared,
  onSegmentChanged,
  onPurchaseConfirmed,
  onPurchaseReturned,
  onReceiptsImported,
  onAssignmentShown,
  onLimitExhausted,
  onLimitFreed,
  onCouponsUsed,
  onCouponsReturned,
  onReservationHeld,
  onReservationReleased,
];
