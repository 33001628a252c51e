import { formatMinor } from '@adal/money';
import { refusal, type Refusal } from '../../graphql/refusal';

/** The refusals that a confirm and a reservation share. */
export type BookingRefusal =
  | Refusal<'QuoteInvalid'>
  | Refusal<'QuoteExpired'>
  | Refusal<'PurchaseIdReused'>
  | Refusal<'StoreUnknown'>
  | Refusal<'MemberBlocked'>
  | Refusal<'PointsInsufficient', { available: bigint }>
  | Refusal<'LimitExhausted', { limit: string; left: bigint }>;

/** What the books' functions answer when they refuse. */
export type BookRefusal =
  | { outcome: 'QUOTE_EXPIRED' | 'PURCHASE_ID_REUSED' | 'MEMBER_BLOCKED' }
  | { outcome: 'POINTS_INSUFFICIENT'; available: number }
  | { outcome: 'LIMIT_EXHAUSTED'; limit: string; left: number };

export const quoteInvalid = (): Refusal<'QuoteInvalid'> =>
  refusal('QuoteInvalid', 'The quote is not ours or was changed; quote again.');

export const storeUnknown = (): Refusal<'StoreUnknown'> =>
  refusal('StoreUnknown', "No store has this id; check the till's settings.");

export const memberUnknown = (): Refusal<'MemberUnknown'> =>
  refusal('MemberUnknown', 'Nobody has this key; check it or enrol the person.');

/** The books' refusal in words. */
export function bookingRefusal(answer: BookRefusal): BookingRefusal {
  switch (answer.outcome) {
    case 'QUOTE_EXPIRED':
      return refusal('QuoteExpired', 'The quote is too old; quote again.');
    case 'PURCHASE_ID_REUSED':
      return refusal(
        'PurchaseIdReused',
        'This purchaseId was used with other content; make a new id for a new receipt.',
      );
    case 'MEMBER_BLOCKED':
      return refusal(
        'MemberBlocked',
        'The member may neither earn nor spend; sell without the card, or call the programme.',
      );
    case 'POINTS_INSUFFICIENT': {
      const available = BigInt(answer.available);
      return refusal('PointsInsufficient', `The member can spend ${formatMinor(available)} points; quote again.`, {
        available,
      });
    }
    case 'LIMIT_EXHAUSTED':
      // Left is in the limit's own unit, a whole number: Decimal carries thousandths.
      return refusal('LimitExhausted', `${answer.limit} is used up; quote again.`, {
        limit: answer.limit,
        left: BigInt(answer.left) * 1000n,
      });
  }
}
