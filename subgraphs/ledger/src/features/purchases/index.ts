import { readSdl } from '@adal/service';
import { resolvers } from './purchases.resolvers';

/** A till reports a sale; points are spent and earned. */
export const purchases = { typeDefs: readSdl(__dirname, 'purchases.graphql', 'confirm-purchase.graphql'), resolvers };
export { bookedReceiptOf, purchaseEntryOf } from './booked-purchase.rules';
export { createBookings, type Bookings } from './bookings';
export { PaymentRow } from './payment.entity';
export { PurchaseLineRow } from './purchase-line.entity';
export { PurchaseRow } from './purchase.entity';
export { linesLoader, paymentsLoader } from './purchase.loaders';
export { findPurchase } from './purchase.queries';
export {
  bookingRefusal,
  memberUnknown,
  quoteInvalid,
  storeUnknown,
  type BookingRefusal,
  type BookRefusal,
} from './purchase.refusals';
export { IMPLAUSIBLE_TIME, isPlausibleTime, lotOf } from './purchase.rules';
export { verifyQuote } from './verify-quote';
