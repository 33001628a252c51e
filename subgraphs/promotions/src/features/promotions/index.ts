import { readSdl } from '@adal/service';
import { promotionsResolvers } from './promotions.resolvers';

/** What the chain offers: promotions from draft to end. */
export const promotions = { typeDefs: readSdl(__dirname, 'promotions.graphql'), resolvers: promotionsResolvers };

export { Promotion } from './promotion.entity';
export { PromotionVersion } from './promotion-version.entity';
export { promotionLoader } from './promotion.loaders';
export {
  findLivePromotions,
  findPromotionsBetween,
  findVersion,
  listVersions,
  lockPromotion,
  type PromotionPage,
  type PromotionVersionPage,
} from './promotion.queries';
export {
  promotionInvalid,
  promotionUnknown,
  readPromotion,
  textOf,
  type PromotionInvalid,
  type PromotionUnknown,
} from './promotion.rules';
export { savePromotion, type SavePromotionOutcome } from './save-promotion';
export { turnPromotions } from './turn-promotions';
