import { turnLots } from './turn-lots';

/** Points that reached their expiry are written off, except what a reservation holds. */
export const expireLots = turnLots(
  'expire-lots',
  "l.status = 'ACTIVE' and l.expires_at <= $1 and l.left_minor > l.held_minor",
);
