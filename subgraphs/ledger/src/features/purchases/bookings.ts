import { PurchaseConfirmed } from '@adal/events';
import type { DataSource } from 'typeorm';
import { callBooks } from '../../db/call-books';
import { rowLiteral } from '../../db/row-literal';
import { textArray } from '../../db/text-array';
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

/** Takes sales to the books; those that come while others are on their way go together. */
export interface Bookings {
  /** Books it, all or nothing. When it throws, it is for a retry to find out whether it was booked. */
  book(booking: Booking): Promise<BookAnswer>;
}

/** Calls under way at once: a sale that comes then waits for one of them to end, and goes with the others that wait. */
const CALLS_MAX = 3;
/** Sales of one call. */
const SALES_MAX = 16;

interface Waiting {
  readonly booking: Booking;
  readonly answer: (answer: BookAnswer | Promise<BookAnswer>) => void;
}

/**
 * A lone sale goes at once; under load those that wait go in one call and one commit (ADR 20). Such calls never wait for a wallet
 * that somebody else holds. What they put off, and everything when one fails, is booked sale by sale, as patiently as it takes.
 */
export function createBookings(db: DataSource): Bookings {
  const waiting: Waiting[] = [];
  let calls = 0;
  const patiently = async (booking: Booking): Promise<BookAnswer> => {
    const [answer] = await callBookPurchases(db, true, [booking]);
    if (!answer || answer.outcome === 'LATER') throw new Error('The books did not decide');
    return answer;
  };
  const send = async (together: readonly Waiting[]): Promise<void> => {
    const bookings = together.map(({ booking }) => booking);
    // Whatever was wrong, the fault of one is not a fault of the others: each meets its own below.
    const answers = await callBookPurchases(db, false, bookings).catch(() => []);
    together.forEach(({ booking, answer }, index) => {
      const given = answers[index] ?? { outcome: 'LATER' };
      answer(given.outcome === 'LATER' ? patiently(booking) : given);
    });
  };
  const sendNext = (): void => {
    while (waiting.length > 0 && calls < CALLS_MAX) {
      calls += 1;
      void send(takeTogether(waiting)).finally(() => {
        calls -= 1;
        sendNext();
      });
    }
  };
  return {
    book: (booking) =>
      new Promise((resolve) => {
        waiting.push({ booking, answer: resolve });
        sendNext();
      }),
  };
}

/** Takes away those that have waited longest, of different members and ids, in order of their ids as the books want them. */
function takeTogether(waiting: Waiting[]): Waiting[] {
  const taken = new Set<Waiting>();
  const keys = new Set<string>();
  for (const candidate of waiting) {
    const { id, memberId } = candidate.booking.purchase;
    const own = memberId === null ? [id] : [id, memberId];
    if (own.some((key) => keys.has(key))) continue;
    for (const key of own) keys.add(key);
    taken.add(candidate);
    if (taken.size === SALES_MAX) break;
  }
  waiting.splice(0, waiting.length, ...waiting.filter((other) => !taken.has(other)));
  return [...taken].sort((left, right) => (left.booking.purchase.id < right.booking.purchase.id ? -1 : 1));
}

/** Calls `books.book_purchases`, which says what it promises; LATER is not decided yet. */
function callBookPurchases(
  db: DataSource,
  patient: boolean,
  bookings: readonly Booking[],
): Promise<(BookAnswer | { outcome: 'LATER' })[]> {
  return callBooks(
    db,
    'books.book_purchases',
    patient,
    textArray(bookings.map(({ purchase }) => rowLiteral(db, PurchaseRow, purchase))),
    textArray(bookings.flatMap(({ lines }) => lines.map((line) => rowLiteral(db, PurchaseLineRow, line)))),
    textArray(bookings.flatMap(({ payments }) => payments.map((payment) => rowLiteral(db, PaymentRow, payment)))),
    textArray(bookings.map(({ limits }) => limits)),
    textArray(bookings.map(({ entry }) => entry && rowLiteral(db, JournalEntryRow, entry))),
    textArray(bookings.map(({ lot }) => lot && rowLiteral(db, LotRow, lot))),
    bookings.map(({ quoteHash }) => quoteHash),
    bookings.map(({ quoteExpiresAt }) => quoteExpiresAt),
    bookings.map(({ eventId }) => eventId),
    PurchaseConfirmed.subject,
    textArray(bookings.map(({ envelope }) => envelope)),
  );
}
