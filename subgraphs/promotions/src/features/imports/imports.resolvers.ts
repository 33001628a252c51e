import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importCoupons } from './import-coupons';
import { importProducts } from './import-products';

export const importsResolvers: Resolvers = {
  Mutation: {
    importProducts: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.import');
      return importProducts(ctx, input);
    },
    importCoupons: (_, { input }, ctx) => {
      requirePermission(ctx, 'coupons.write');
      return importCoupons(ctx, input);
    },
  },
};
