import type { LimitUnit } from '@adal/events';
import { formatMinor } from '@adal/money';
import { refusal, type Refusal } from '../../graphql/refusal';
import { exhaustedSentence, milliOf } from '../limits';

/** The refusals that a confirm and a reservation share. */
export type BookingRefusal =
  | Refusal<'QuoteInvalid'>
  | Refusal<'QuoteExpired'>
  | Refusal<'PurchaseIdReused'>
  | Refusal<'StoreUnknown'>
  | Refusal<'MemberBlocked'>
  | Refusal<'PointsInsufficient', { available: bigint }>
  | Refusal<'LimitExhausted', ExhaustedLimit>;

/** Which limit, and what is left of it in thousandths of its unit. */
interface ExhaustedLimit {
  readonly limit: string;
  readonly left: bigint;
  readonly kind: string;
  readonly unit: LimitUnit;
  readonly label: string;
  readonly promotionId: string | null;
}

/** What the books' functions answer when they refuse. */
export type BookRefusal =
  | { outcome: 'QUOTE_EXPIRED' | 'PURCHASE_ID_REUSED' | 'MEMBER_BLOCKED' }
  | { outcome: 'POINTS_INSUFFICIENT'; available: number }
  | ({ outcome: 'LIMIT_EXHAUSTED'; left: number } & Omit<ExhaustedLimit, 'left'>);

export const quoteInvalid = (message = 'The quote is not ours or was changed; quote again.'): Refusal<'QuoteInvalid'> =>
  refusal('QuoteInvalid', message);

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
    case 'LIMIT_EXHAUSTED': {
      const { limit, kind, unit, label, promotionId } = answer;
      const left = milliOf(BigInt(answer.left), unit);
      const message = exhaustedSentence(kind, label, left);
      return refusal('LimitExhausted', message, { limit, left, kind, unit, label, promotionId });
    }
  }
}
