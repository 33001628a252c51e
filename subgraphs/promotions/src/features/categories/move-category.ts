import { categoryPath, categoryPaths } from '@adal/engine';
import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { CHANGED, escapeLike, productsChanged, type ChangedProduct } from '../catalogue';
import { livePromotionsNaming, moveCategoryOfSets, type InUse } from '../product-sets';

export type MoveCategoryOutcome =
  | { __typename: 'CategoryMoved'; path: string; products: number }
  | { __typename: 'CategoryPathInvalid'; code: 'CATEGORY_PATH_INVALID'; message: string }
  | ({ __typename: 'CategoryInUse'; code: 'CATEGORY_IN_USE'; message: string } & InUse);

/** Renames or moves a category with all below it; its products go along. One that is not there any more has been moved. */
export async function moveCategory(
  ctx: PromotionsContext,
  input: { path: string; newPath: string },
): Promise<MoveCategoryOutcome> {
  const [from, to] = [categoryPath(input.path), categoryPath(input.newPath)];
  const fault = faultOf(from, to);
  if (fault !== null) return { __typename: 'CategoryPathInvalid', code: 'CATEGORY_PATH_INVALID', message: fault };
  if (from === to) return { __typename: 'CategoryMoved', path: to, products: 0 };
  return inTransaction(ctx.db, async (tx) => {
    const promotions = await livePromotionsNaming(
      tx,
      (goods) => goods.kind === 'CATEGORY' && goods.in.some((named) => isWithin(categoryPath(named), from)),
    );
    if (promotions.length > 0) {
      const names = promotions.map(({ name }) => `“${name}”`).join(', ');
      const message = `The category is named by ${names}: end them or choose other goods there first.`;
      return { __typename: 'CategoryInUse', code: 'CATEGORY_IN_USE', message, promotions };
    }
    // Products before rules, and in order of SKU, as imports lock them.
    const changed: ChangedProduct[] = await tx.query(MOVE, [from, `${escapeLike(from)} > %`, to, ctx.now]);
    await moveCategoryOfSets(tx, { from, to, now: ctx.now });
    await productsChanged(tx, changed, ctx);
    return { __typename: 'CategoryMoved', path: to, products: changed.length };
  });
}

const PATH_LENGTH_MAX = 500;

function faultOf(from: string, to: string): string | null {
  if (from === '' || to === '') return 'A category needs a name.';
  if (to.length > PATH_LENGTH_MAX) return `A category path has at most ${PATH_LENGTH_MAX} characters.`;
  return to !== from && isWithin(to, from) ? 'A category cannot be moved below itself.' : null;
}

const isWithin = (path: string, category: string): boolean => categoryPaths(path).includes(category);

const MOVE = `
  with moved as (
    select sku from product where category_path = $1 or category_path like $2 order by sku for update
  ), changed as (
    update product set category_path = $3 || substr(category_path, length($1) + 1), updated_at = $4
    from moved where product.sku = moved.sku
    returning product.*
  )
  select ${CHANGED} from changed order by sku`;
