import { compileGoods, goodsGivenBy, parseGoods, sayGoods, type Language } from '@adal/engine';
import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { ProductSetResolvers, Resolvers } from '../../generated/graphql';
import { toEnginePromotion } from '../definitions';
import { findLivePromotions } from '../promotions';
import { addToProductSet } from './add-to-product-set';
import { deleteProductSet } from './delete-product-set';
import { livePromotionsNaming } from './live-promotions';
import { previewGoods } from './preview-goods';
import { ProductSet } from './product-set.entity';
import { countSets, listSets } from './product-set.queries';
import { saveProductSet } from './save-product-set';

const productSet: ProductSetResolvers = {
  size: ({ id }, _, ctx) => ctx.loaders.setSizes.load(id),
  sentence: ({ goods }, { language }) => sentenceIn(goods, language),
  sample: async ({ id }, { first }, ctx) => {
    const skus: { sku: string }[] = await ctx.db.query(
      'select sku from product_set_member where set_id = $1 order by sku limit $2',
      [id, sampleSize(first)],
    );
    return productsOf(
      ctx,
      skus.map(({ sku }) => sku),
    );
  },
  promotions: ({ id }, _, ctx) =>
    ctx.actor.permissions.has('promotions.read')
      ? livePromotionsNaming(ctx.db, (goods) => goods.kind === 'SET' && goods.in.includes(id))
      : null,
};

export const productSetsResolvers: Resolvers = {
  Query: {
    productSets: async (_, { search, first, after }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      const size = pageSize(first);
      const place = decodeCursor(after, 2);
      const from = place && { name: String(place[0]), id: String(place[1]) };
      const rows = await listSets(ctx.db, search ?? null, from, size);
      return { ...connectionOf(rows, size, after, ({ name, id }) => [name, id]), search: search ?? null };
    },
    productSet: (_, { id }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return ctx.db.getRepository(ProductSet).findOneBy({ id });
    },
    previewGoods: (_, { goods, first, language }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return previewGoods(ctx, { goods, first: sampleSize(first), language: languageOf(language) });
    },
  },
  Mutation: {
    saveProductSet: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return saveProductSet(ctx, input);
    },
    deleteProductSet: (_, { id }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return deleteProductSet(ctx, id);
    },
    addToProductSet: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return addToProductSet(ctx, input);
    },
  },
  ProductSetConnection: { totalCount: ({ search }, _, ctx) => countSets(ctx.db, search) },
  ProductSet: productSet,
  GoodsPreview: { sample: ({ skus }, _, ctx) => productsOf(ctx, skus) },
  Product: {
    sets: ({ sku }, _, ctx) => ctx.loaders.setsOfProduct.load(sku),
    promotions: async ({ sku, brand, categoryPath, attributes, priceMinor }, _, ctx) => {
      if (!ctx.actor.permissions.has('promotions.read')) return null;
      const [live, sets] = await Promise.all([findLivePromotions(ctx.db), ctx.loaders.setsOfProduct.load(sku)]);
      const setIds = sets.map(({ id }) => id);
      const facts = { sku, brand, category: categoryPath, attributes, priceMinor: priceMinor ?? 0n, sets: setIds };
      return live.filter((row) => {
        const promotion = toEnginePromotion(row);
        return promotion !== null && goodsGivenBy(promotion).some((goods) => compileGoods(goods)(facts));
      });
    },
  },
};

const SAMPLE_MAX = 100;

function sampleSize(first: number | null | undefined): number {
  const size = first ?? 10;
  if (size < 1 || size > SAMPLE_MAX) throw badInput(`first must be between 1 and ${SAMPLE_MAX}.`);
  return size;
}

const languageOf = (language: string | null | undefined): Language =>
  language === 'ru' || language === 'kk' ? language : 'en';

/** Stored goods in words; null when there are none. */
export function sentenceIn(goods: unknown, language: string | null | undefined): string | null {
  const parsed = parseGoods(goods);
  return goods === null || parsed.__typename !== 'Goods' ? null : sayGoods(parsed.goods, languageOf(language));
}

async function productsOf(ctx: PromotionsContext, skus: readonly string[]) {
  const found = await Promise.all(skus.map((sku) => ctx.loaders.products.load(sku)));
  return found.filter((product) => product !== null);
}
