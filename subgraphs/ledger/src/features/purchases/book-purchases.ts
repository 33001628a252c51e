import { PurchaseConfirmed } from '@adal/events';
import type { DataSource } from 'typeorm';
import { callBooks } from '../../db/call-books';
import { rowLiteral } from '../../db/row-literal';
import { JournalEntryRow } from '../journal';
import { LotRow } from '../lots';
import { PaymentRow } from './payment.entity';
import { PurchaseLineRow } from './purchase-line.entity';
import { PurchaseRow } from './purchase.entity';
import type { BookRefusal } from './purchase.refusals';
import type { Sale } from './purchase.rules';

/** A sale with all that the books keep of it. */
export interface Booking extends Omit<Sale, 'limits'> {
  /** JSON. */
  readonly limits: string;
  readonly entry: JournalEntryRow | null;
  readonly quoteHash: Buffer | null;
  readonly quoteExpiresAt: string | null;
  readonly eventId: string;
  /** JSON. */
  readonly envelope: string;
}

/** What the books say to a sale. */
export type BookAnswer = { outcome: 'CONFIRMED' | 'REPLAYED' | 'SETTLE_FIRST' } | BookRefusal;

/** Calls `books.book_purchases`, which says what it promises; LATER is not decided yet. */
export function callBookPurchases(
  db: DataSource,
  patient: boolean,
  bookings: readonly Booking[],
): Promise<(BookAnswer | { outcome: 'LATER' })[]> {
  return callBooks(
    db,
    'books.book_purchases',
    patient,
    bookings.map(({ purchase }) => rowLiteral(db, PurchaseRow, purchase)),
    bookings.flatMap(({ lines }) => lines.map((line) => rowLiteral(db, PurchaseLineRow, line))),
    bookings.flatMap(({ payments }) => payments.map((payment) => rowLiteral(db, PaymentRow, payment))),
    bookings.map(({ limits }) => limits),
    bookings.map(({ entry }) => entry && rowLiteral(db, JournalEntryRow, entry)),
    bookings.map(({ lot }) => lot && rowLiteral(db, LotRow, lot)),
    bookings.map(({ quoteHash }) => quoteHash),
    bookings.map(({ quoteExpiresAt }) => quoteExpiresAt),
    bookings.map(({ eventId }) => eventId),
    PurchaseConfirmed.subject,
    bookings.map(({ envelope }) => envelope),
  );
}
