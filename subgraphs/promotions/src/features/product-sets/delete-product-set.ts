import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { livePromotionsNaming, type InUse } from './live-promotions';
import { ProductSet } from './product-set.entity';
import { lockRules } from './set-members';

export type DeleteProductSetOutcome =
  | { __typename: 'ProductSetDeleted'; id: string; replayed: boolean }
  | ({ __typename: 'ProductSetInUse'; code: 'PRODUCT_SET_IN_USE'; message: string } & InUse);

/** Deletes a set that no promotion needs. One that is not there has been deleted. */
export function deleteProductSet(ctx: PromotionsContext, id: string): Promise<DeleteProductSetOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    await lockRules(tx);
    const promotions = await livePromotionsNaming(tx, (goods) => goods.kind === 'SET' && goods.in.includes(id));
    if (promotions.length > 0) {
      const names = promotions.map(({ name }) => `“${name}”`).join(', ');
      const message = `The set is named by ${names}: end them or choose other goods there first.`;
      return { __typename: 'ProductSetInUse', code: 'PRODUCT_SET_IN_USE', message, promotions };
    }
    const { affected } = await tx.getRepository(ProductSet).delete({ id });
    return { __typename: 'ProductSetDeleted', id, replayed: affected !== 1 };
  });
}
