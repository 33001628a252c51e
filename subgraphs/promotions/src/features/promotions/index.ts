import { readSdl } from '@adal/service';
import { promotionsResolvers } from './promotions.resolvers';

/** What the chain offers: promotions from draft to end. */
export const promotions = { typeDefs: readSdl(__dirname, 'promotions.graphql'), resolvers: promotionsResolvers };

export { Promotion } from './promotion.entity';
export { PromotionVersion } from './promotion-version.entity';
export { promotionLoader } from './promotion.loaders';
<<<<<<< HEAD
export { findLivePromotions, findVersion, type PromotionPage, type PromotionVersionPage } from './promotion.queries';
export { promotionUnknown, readPromotion, type PromotionInvalid, type PromotionUnknown } from './promotion.rules';
export { savePromotion, type SavePromotionOutcome } from './save-promotion';
=======
export { findLivePromotions, type PromotionPage, type PromotionVersionPage } from './promotion.queries';
export { promotionInvalid, readPromotion, type FieldProblem, type PromotionInvalid } from './promotion.rules';
>>>>>>> 521ecd4 (Replay drafts on the chain's own receipts before launch)
export { turnPromotions } from './turn-promotions';
