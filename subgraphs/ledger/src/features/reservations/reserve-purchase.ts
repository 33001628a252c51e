import { recordEvent, ReservationHeld } from '@adal/events';
import { badInput, inTransaction, newId, seesStore } from '@adal/service';
import type { LedgerContext } from '../../context';
import { callBooks, callBooksIn } from '../../db/call-books';
import { rowLiteral } from '../../db/row-literal';
import type { ReservePurchaseInput } from '../../generated/graphql';
import { requireClientId } from '../../graphql/client-id';
import { JournalEntryRow } from '../journal';
import { couponsAmong, limitsAsked } from '../limits';
import { settleWalletNow } from '../lots';
import {
  bookingRefusal,
  findPurchase,
  quoteInvalid,
  storeUnknown,
  verifyQuote,
  type BookingRefusal,
  type BookRefusal,
} from '../purchases';
import { businessTime } from '../stores';
import { Reservation } from './reservation.entity';

export type ReserveOutcome =
  { __typename: 'PurchaseReserved'; purchaseId: string; expiresAt: Date; replayed: boolean } | BookingRefusal;

/** How long a hold may last. */
const TTL_SECONDS = { min: 10, max: 3_600, usual: 900 };

type HoldAnswer = { outcome: 'RESERVED' | 'REPLAYED'; expiresAt: string } | { outcome: 'SETTLE_FIRST' } | BookRefusal;

/** Holds the points and limits of a quote until a confirm of the same purchaseId, a cancel, or its time has passed. */
export async function reservePurchase(ctx: LedgerContext, input: ReservePurchaseInput): Promise<ReserveOutcome> {
  requireClientId('purchaseId', input.purchaseId);
  const ttlSeconds = input.ttlSeconds ?? TTL_SECONDS.usual;
  if (ttlSeconds < TTL_SECONDS.min || ttlSeconds > TTL_SECONDS.max)
    throw badInput(`ttlSeconds must be between ${TTL_SECONDS.min} and ${TTL_SECONDS.max}.`);
  const quote = verifyQuote(input.quote, ctx.quoteKey);
  if (!quote) return quoteInvalid();
  const { payload } = quote;
  const store = seesStore(ctx, payload.storeId) ? await ctx.stores.find(payload.storeId) : null;
  if (!store) return refuseStore(ctx, input.purchaseId, payload.expiresAt);
  const reservation: Reservation = {
    purchaseId: input.purchaseId,
    quoteHash: quote.hash,
    storeId: store.id,
    memberId: payload.memberId,
    pointsMinor: BigInt(payload.pointsSpentMinor),
    holdEntrySeq: null,
    status: 'HELD',
    reservedAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + ttlSeconds * 1_000),
  };
  const { day } = businessTime(ctx.now, store.timeZone);
  const values = [
    rowLiteral(ctx.db, Reservation, reservation),
    reservation.memberId && rowLiteral(ctx.db, JournalEntryRow, entryOf(reservation, reservation.memberId, day)),
    JSON.stringify(limitsAsked(payload.limits)),
    payload.expiresAt,
    day,
  ];
  for (;;) {
    const answer = await hold(ctx, reservation, couponsAmong(payload.limits), values);
    switch (answer.outcome) {
      case 'SETTLE_FIRST':
        if (reservation.memberId) await settleWalletNow(ctx, reservation.memberId);
        break;
      case 'RESERVED':
      case 'REPLAYED':
        return {
          __typename: 'PurchaseReserved',
          purchaseId: input.purchaseId,
          expiresAt: new Date(answer.expiresAt),
          replayed: answer.outcome === 'REPLAYED',
        };
      default:
        return bookingRefusal(answer);
    }
  }
}

/** In one round trip; with coupons in a transaction that tells of them. */
async function hold(
  ctx: LedgerContext,
  { purchaseId, memberId, storeId, reservedAt, expiresAt }: Reservation,
  coupons: string[],
  values: unknown[],
): Promise<HoldAnswer> {
  if (coupons.length === 0) return callBooks<HoldAnswer>(ctx.db, 'books.hold_purchase', ...values);
  return inTransaction(ctx.db, async (tx) => {
    const answer = await callBooksIn<HoldAnswer>(tx, 'books.hold_purchase', ...values);
    const times = { heldAt: reservedAt.toISOString(), expiresAt: expiresAt.toISOString() };
    if (answer.outcome === 'RESERVED')
      await recordEvent(tx, ReservationHeld, { purchaseId, memberId, storeId, ...times, coupons }, ctx);
    return answer;
  });
}

/** The order of precedence holds for an unknown store too. */
async function refuseStore(ctx: LedgerContext, purchaseId: string, quoteExpiresAt: string): Promise<BookingRefusal> {
  if (new Date(quoteExpiresAt) <= ctx.now) return bookingRefusal({ outcome: 'QUOTE_EXPIRED' });
  return (await findPurchase(ctx, purchaseId)) ? bookingRefusal({ outcome: 'PURCHASE_ID_REUSED' }) : storeUnknown();
}

function entryOf(reservation: Reservation, memberId: string, businessDay: string): JournalEntryRow {
  return {
    seq: 0n,
    id: newId(),
    kind: 'HOLD',
    memberId,
    bookedAt: reservation.reservedAt,
    occurredAt: reservation.reservedAt,
    businessDay,
    note: `Held for purchase ${reservation.purchaseId}`,
    purchaseId: reservation.purchaseId,
    returnId: null,
    availableAfterMinor: 0n,
  };
}
