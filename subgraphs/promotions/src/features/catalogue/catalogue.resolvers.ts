import { connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { countProducts, listBrands, listCategories, listProducts } from './product.queries';

export const catalogueResolvers: Resolvers = {
  Query: {
    products: async (_, args, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      const size = pageSize(args.first);
      const filter = { search: args.search ?? null, category: args.category ?? null, brand: args.brand ?? null };
      const after = decodeCursor(args.after, 1)?.[0] ?? null;
      const rows = await listProducts(ctx.db, filter, after === null ? null : String(after), size);
      return { ...connectionOf(rows, size, args.after, (product) => [product.sku]), filter };
    },
    product: (_, { sku }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return ctx.loaders.products.load(sku);
    },
    categories: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listCategories(ctx.db);
    },
    brands: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listBrands(ctx.db);
    },
  },
  ProductConnection: {
    totalCount: ({ filter }, _, ctx) => countProducts(ctx.db, filter),
  },
  Product: {
    __resolveReference: ({ sku }, ctx) => ctx.loaders.products.load(sku),
    price: ({ priceMinor }) => priceMinor,
    cost: ({ costMinor }, _, ctx) => (ctx.actor.permissions.has('catalogue.cost.read') ? costMinor : null),
  },
};
