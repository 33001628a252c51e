import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { previewPromotion } from './preview-promotion';
import { quotePurchase } from './quote-purchase';

export const quotesResolvers: Resolvers = {
  Query: {
    quotePurchase: (_, { input }, ctx) => {
      requirePermission(ctx, 'purchase.quote');
      return quotePurchase(ctx, input);
    },
    previewPromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return previewPromotion(ctx, input);
    },
  },
};
