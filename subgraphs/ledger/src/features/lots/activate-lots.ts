import { turnLots } from './turn-lots';

/** Pending points become spendable on their day. */
export const activateLots = turnLots('activate-lots', "l.status = 'PENDING' and l.activates_at <= $1");
