import { formatMinor } from '@adal/money';
import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { findProductAt, listFormerProducts } from './former-products.queries';
import { countProducts, listProducts, type ProductFilter } from './product.queries';
import { saveProduct } from './save-product';

export const catalogueResolvers: Resolvers = {
  Query: {
    products: async (_, { first, after, ...args }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      const size = pageSize(first);
      const filter: ProductFilter = {
        search: args.search ?? null,
        category: args.category ?? null,
        brand: args.brand ?? null,
        season: args.season ?? null,
        status: args.status ?? null,
        set: args.set ?? null,
        substitutesGroup: args.substitutesGroup ?? null,
        attributes: args.attributes ?? [],
      };
      const place = decodeCursor(after, 1)?.[0] ?? null;
      const rows = await listProducts(ctx.db, filter, place === null ? null : String(place), size);
      return { ...connectionOf(rows, size, after, (product) => [product.sku]), filter };
    },
    product: (_, { sku, at }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return at ? findProductAt(ctx.db, sku, at) : ctx.loaders.products.load(sku);
    },
  },
  Mutation: {
    saveProduct: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return saveProduct(ctx, input);
    },
  },
  ProductConnection: {
    totalCount: ({ filter }, _, ctx) => countProducts(ctx.db, filter),
  },
  Product: {
    __resolveReference: ({ sku }, ctx) => ctx.loaders.products.load(sku),
    price: ({ priceMinor }) => priceMinor,
    cost: ({ costMinor }, _, ctx) => (ctx.actor.permissions.has('catalogue.cost.read') ? costMinor : null),
    minPrice: ({ minPriceMinor }) => minPriceMinor,
    vatRate: ({ vatBasisPoints }) => (vatBasisPoints === null ? null : formatMinor(BigInt(vatBasisPoints))),
    validUntil: ({ validUntil }) => validUntil ?? null,
    former: ({ sku }, { first }, ctx) => listFormerProducts(ctx.db, sku, listSize(first)),
    substitutes: async ({ sku, substitutesGroup }, { first }, ctx) => {
      if (substitutesGroup === null) return [];
      const found = await listProducts(ctx.db, { ...ALL, substitutesGroup }, null, listSize(first));
      return found.filter((product) => product.sku !== sku).slice(0, listSize(first));
    },
  },
};

const ALL: ProductFilter = {
  search: null,
  category: null,
  brand: null,
  season: null,
  status: null,
  set: null,
  substitutesGroup: null,
  attributes: [],
};

const LIST_MAX = 100;

function listSize(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size < 1 || size > LIST_MAX) throw badInput(`first must be between 1 and ${LIST_MAX}.`);
  return size;
}
