import { inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { Promotion } from './promotion.entity';
import { lockPromotion } from './promotion.queries';
import type { PromotionInvalid } from './promotion.rules';
import { decideStatus } from './promotion-status.rules';
import { storePromotion } from './store-promotion';

export type SetPromotionStatusOutcome =
  | { __typename: 'PromotionSaved'; promotion: Promotion }
  | { __typename: 'PromotionUnknown'; code: 'PROMOTION_UNKNOWN'; message: string }
  | PromotionInvalid;

/** Publishes, pauses or ends a promotion. A status it has already is a success that changes nothing. */
export async function setPromotionStatus(
  ctx: PromotionsContext,
  command: { id: string; status: string },
): Promise<SetPromotionStatusOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const current = isUuid(command.id) ? await lockPromotion(tx, command.id) : null;
    if (current === null) {
      const message = 'There is no promotion with this id: save it first.';
      return { __typename: 'PromotionUnknown', code: 'PROMOTION_UNKNOWN', message };
    }
    const status = decideStatus(current, command.status, ctx.now);
    if (typeof status !== 'string') return status;
    if (status === current.status) return { __typename: 'PromotionSaved', promotion: current };
    const next = tx.create(Promotion, { ...current, status });
    return { __typename: 'PromotionSaved', promotion: await storePromotion(tx, { before: current, next }, ctx) };
  });
}
