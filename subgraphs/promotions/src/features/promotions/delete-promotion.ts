import { inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { lockPromotion } from './promotion.queries';
import { promotionInvalid, type PromotionInvalid } from './promotion.rules';
import { tellPromotion } from './store-promotion';

export type DeletePromotionOutcome =
  { __typename: 'PromotionDeleted'; id: string; deleted: boolean } | PromotionInvalid;

/** Deletes a draft with its versions; nothing was ever priced by it. One that is gone already is a success that says so. */
export async function deletePromotion(ctx: PromotionsContext, { id }: { id: string }): Promise<DeletePromotionOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const promotion = isUuid(id) ? await lockPromotion(tx, id) : null;
    if (promotion === null) return { __typename: 'PromotionDeleted', id, deleted: false };
    if (promotion.status !== 'DRAFT') {
      const message = 'It was published: receipts may point to it. End it instead.';
      return promotionInvalid([{ field: 'status', message }]);
    }
    for (const table of ['promotion_approval', 'promotion_version']) {
      await tx.query(`delete from ${table} where promotion_id = $1`, [promotion.id]);
    }
    await tx.query('delete from promotion where id = $1', [promotion.id]);
    await tellPromotion(tx, { ...promotion, revision: promotion.revision + 1 }, ctx, true);
    return { __typename: 'PromotionDeleted', id: promotion.id, deleted: true };
  });
}
