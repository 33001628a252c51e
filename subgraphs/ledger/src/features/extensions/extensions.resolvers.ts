import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { extendLots } from './extend-lots';

export const resolvers: Resolvers = {
  Mutation: {
    extendLots: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.adjust');
      return extendLots(ctx, input);
    },
  },
  Lot: {
    extensions: ({ id }, _args, ctx) => ctx.loaders.lotExtensions.load(id),
  },
};
