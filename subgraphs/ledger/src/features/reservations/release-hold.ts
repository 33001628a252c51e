import { recordEvent, ReservationReleased } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { LedgerContext } from '../../context';
import { callBooks, callBooksIn } from '../../db/call-books';
import { couponCodes, LimitUse } from '../limits';
import { businessTime } from '../stores';
import { Reservation } from './reservation.entity';

/** CONFIRMED: the sale is booked, nothing is held any more. */
export type ReleaseOutcome = 'RELEASED' | 'NOTHING_HELD' | 'CONFIRMED';

/** Gives held points and limits back, and tells of coupons among them; EXPIRED only when the hold's time has passed. */
export async function releaseHold(
  ctx: LedgerContext,
  purchaseId: string,
  status: 'CANCELLED' | 'EXPIRED',
): Promise<ReleaseOutcome> {
  const { day } = businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE);
  const values = [purchaseId, status, ctx.now, day];
  const coupons = couponCodes((await ctx.db.getRepository(LimitUse).findBy({ purchaseId })).map(({ key }) => key));
  if (coupons.length === 0) return callBooks<ReleaseOutcome>(ctx.db, 'books.release_hold', ...values);
  return inTransaction(ctx.db, async (tx) => {
    const reservation = await tx.getRepository(Reservation).findOneBy({ purchaseId });
    const outcome = await callBooksIn<ReleaseOutcome>(tx, 'books.release_hold', ...values);
    const told = { purchaseId, memberId: reservation?.memberId ?? null, releasedAt: ctx.now.toISOString(), coupons };
    if (outcome === 'RELEASED') await recordEvent(tx, ReservationReleased, told, ctx);
    return outcome;
  });
}
