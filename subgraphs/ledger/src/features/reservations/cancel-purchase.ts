import { seesStore } from '@adal/service';
import type { LedgerContext } from '../../context';
import { refusal, type Refusal } from '../../graphql/refusal';
import { requireClientId } from '../../graphql/client-id';
import { releaseHold } from './release-hold';
import { Reservation } from './reservation.entity';

export type CancelOutcome =
  { __typename: 'PurchaseCancelled'; purchaseId: string; released: boolean } | Refusal<'PurchaseAlreadyConfirmed'>;

/** Ends a reservation. Cancelling twice, or what was never reserved, releases nothing and succeeds. */
export async function cancelPurchase(
  ctx: LedgerContext,
  { purchaseId }: { purchaseId: string },
): Promise<CancelOutcome> {
  requireClientId('purchaseId', purchaseId);
  const cancelled = (released: boolean): CancelOutcome => ({ __typename: 'PurchaseCancelled', purchaseId, released });
  const reservation = await ctx.db.getRepository(Reservation).findOneBy({ purchaseId });
  if (reservation && !seesStore(ctx, reservation.storeId)) return cancelled(false);
  const outcome = await releaseHold(ctx, purchaseId, 'CANCELLED');
  if (outcome === 'CONFIRMED')
    return refusal('PurchaseAlreadyConfirmed', 'The sale is in the books; return it instead.');
  return cancelled(outcome === 'RELEASED');
}
