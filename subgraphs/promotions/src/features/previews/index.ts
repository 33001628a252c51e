import { readSdl, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { previewPromotion } from './preview-promotion';

const resolvers: Resolvers = {
  Query: {
    previewPromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return previewPromotion(ctx, input);
    },
  },
};

export type { TracedBasket } from './preview-promotion';

/** What a draft would do to a basket. */
export const previews = { typeDefs: readSdl(__dirname, 'previews.graphql'), resolvers };
