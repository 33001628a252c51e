import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { cancelPurchase } from './cancel-purchase';
import { reservePurchase } from './reserve-purchase';

export const resolvers: Resolvers = {
  Mutation: {
    reservePurchase: (_root, { input }, ctx) => {
      requirePermission(ctx, 'purchase.confirm');
      return reservePurchase(ctx, input);
    },
    cancelPurchase: (_root, { input }, ctx) => {
      requirePermission(ctx, 'purchase.confirm');
      return cancelPurchase(ctx, input);
    },
  },
};
