import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listBrands, listCategories, listSeasons } from './category.queries';
import { moveCategory } from './move-category';

export const categoriesResolvers: Resolvers = {
  Query: {
    categories: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listCategories(ctx.db);
    },
    brands: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listBrands(ctx.db);
    },
    seasons: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listSeasons(ctx.db);
    },
  },
  Mutation: {
    moveCategory: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return moveCategory(ctx, input);
    },
  },
};
