export { onPurchaseConfirmed } from './on-purchase-confirmed';
export { onPurchaseReturned } from './on-purchase-returned';
export { onReservationHeld } from './on-reservation-held';
export { onReservationReleased } from './on-reservation-released';
