import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { quotePurchase } from './quote-purchase';

export const quotesResolvers: Resolvers = {
  Query: {
    quotePurchase: (_, { input }, ctx) => {
      requirePermission(ctx, 'purchase.quote');
      return quotePurchase(ctx, input);
    },
  },
};
