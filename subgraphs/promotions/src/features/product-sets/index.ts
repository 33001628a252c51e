import { readSdl } from '@adal/service';
import { productSetsResolvers } from './product-sets.resolvers';

/** Goods under one name: by rule, list or upload. */
export const productSets = { typeDefs: readSdl(__dirname, 'product-sets.graphql'), resolvers: productSetsResolvers };

export { ProductSet, ProductSetMember } from './product-set.entity';
export { setsOfProductLoader, setSizeLoader } from './product-set.loaders';
export type { GoodsPreview } from './preview-goods';
export type { ProductSetPage } from './product-set.queries';
export { livePromotionsNaming, type InUse } from './live-promotions';
export { moveCategoryOfSets } from './move-category-of-sets';
export { refreshSets } from './set-members';
export { readGoods, type GoodsProblem } from './goods.rules';
export { sentenceIn } from './product-sets.resolvers';
