import { readSdl } from '@adal/service';
import type { Promotion } from '../promotions';
import type { PromotionFigures } from './promotion-use.entities';
import { usesResolvers } from './uses.resolvers';

/** What promotions have given, counted as receipts arrive. */
export const uses = { typeDefs: readSdl(__dirname, 'uses.graphql'), resolvers: usesResolvers };

/** A promotion with its sums. */
export interface FiguresOf {
  readonly promotion: Promotion;
  readonly slices: readonly PromotionFigures[];
}
/** Sums, as a slice has them. */
export type Sums = Omit<PromotionFigures, 'promotionId' | 'slice'>;

export { givenIn, type GivenPromotion } from './given-lines.rules';
export type { Buyer, BuyerPage, SalePage } from './list-uses.queries';
export { PromotionFigures, PromotionUse } from './promotion-use.entities';
export { settleUses } from './settle-uses';
export { tellUses } from './tell-uses';
export { figuresLoader } from './uses.queries';
