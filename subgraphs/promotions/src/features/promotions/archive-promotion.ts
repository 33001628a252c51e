import { inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { Promotion } from './promotion.entity';
import { lockPromotion } from './promotion.queries';
import { promotionInvalid, promotionUnknown, type PromotionInvalid, type PromotionUnknown } from './promotion.rules';
import { storePromotion } from './store-promotion';

export type ArchivePromotionOutcome =
  { __typename: 'PromotionSaved'; promotion: Promotion } | PromotionUnknown | PromotionInvalid;

/** Puts an ended promotion away, so that lists do not show it, or takes it out again. What is so already is a success. */
export async function archivePromotion(
  ctx: PromotionsContext,
  { id, archived }: { id: string; archived: boolean },
): Promise<ArchivePromotionOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const current = isUuid(id) ? await lockPromotion(tx, id) : null;
    if (current === null) return promotionUnknown();
    if (current.status !== 'ENDED') {
      const message = 'Only what has ended can be put away: end it first; a draft can be deleted.';
      return promotionInvalid([{ field: 'status', message }]);
    }
    if ((current.archivedAt !== null) === archived) return { __typename: 'PromotionSaved', promotion: current };
    const next = tx.create(Promotion, { ...current, archivedAt: archived ? ctx.now : null });
    return { __typename: 'PromotionSaved', promotion: await storePromotion(tx, { before: current, next }, ctx) };
  });
}
