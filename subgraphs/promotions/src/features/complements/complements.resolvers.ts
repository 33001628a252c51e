import { compileGoods, parseGoods, type ProductFacts } from '@adal/engine';
import { requirePermission } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { Resolvers } from '../../generated/graphql';
import { sentenceIn } from '../product-sets';
import { Complement } from './complement.entity';
import { saveComplement } from './save-complement';

export const complementsResolvers: Resolvers = {
  Query: {
    complements: (_, __, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return listComplements(ctx.db);
    },
    complement: (_, { id }, ctx) => {
      requirePermission(ctx, 'catalogue.read');
      return ctx.db.getRepository(Complement).findOneBy({ id });
    },
  },
  Mutation: {
    saveComplement: (_, { input }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      return saveComplement(ctx, input);
    },
    deleteComplement: async (_, { id }, ctx) => {
      requirePermission(ctx, 'catalogue.write');
      const { affected } = await ctx.db.getRepository(Complement).delete({ id });
      return { id, replayed: affected !== 1 };
    },
  },
  Complement: {
    goodsSentence: ({ goods }, { language }) => sentenceIn(goods, language) ?? '',
    accessorySentence: ({ accessory }, { language }) => sentenceIn(accessory, language) ?? '',
  },
  Product: {
    complements: async ({ sku, brand, categoryPath, attributes, priceMinor }, _, ctx) => {
      const [complements, sets] = await Promise.all([listComplements(ctx.db), ctx.loaders.setsOfProduct.load(sku)]);
      const setIds = sets.map(({ id }) => id);
      const facts = { sku, brand, category: categoryPath, attributes, priceMinor: priceMinor ?? 0n, sets: setIds };
      return complements.filter(({ goods }) => contains(goods, facts));
    },
  },
};

/** All of them by name; there are tens. */
const listComplements = (db: DataSource): Promise<Complement[]> =>
  db.getRepository(Complement).find({ order: { name: 'ASC', id: 'ASC' } });

function contains(goods: unknown, facts: ProductFacts): boolean {
  const parsed = parseGoods(goods);
  return parsed.__typename === 'Goods' && compileGoods(parsed.goods)(facts);
}
