import type { LedgerContext } from '../../context';
import { callBooks } from '../../db/call-books';
import { businessTime } from '../stores';

/** CONFIRMED: the sale is booked, nothing is held any more. */
export type ReleaseOutcome = 'RELEASED' | 'NOTHING_HELD' | 'CONFIRMED';

/** Gives held points and limits back; EXPIRED only when the hold's time has passed. */
export function releaseHold(
  ctx: LedgerContext,
  purchaseId: string,
  status: 'CANCELLED' | 'EXPIRED',
): Promise<ReleaseOutcome> {
  const { day } = businessTime(ctx.now, ctx.config.BUSINESS_TIME_ZONE);
  return callBooks<ReleaseOutcome>(ctx.db, 'books.release_hold', purchaseId, status, ctx.now, day);
}
