import { readSdl } from '@adal/service';
import { promotionsResolvers } from './promotions.resolvers';

/** What the chain offers: promotions from draft to end. */
export const promotions = { typeDefs: readSdl(__dirname, 'promotions.graphql'), resolvers: promotionsResolvers };

export { Promotion } from './promotion.entity';
export { PromotionVersion } from './promotion-version.entity';
export { promotionLoader } from './promotion.loaders';
export { findLivePromotions, type PromotionPage, type PromotionVersionPage } from './promotion.queries';
export { readPromotion, type PromotionInvalid } from './promotion.rules';
export { turnPromotions } from './turn-promotions';
