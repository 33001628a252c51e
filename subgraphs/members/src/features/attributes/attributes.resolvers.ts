import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { declareAttribute } from './declare-attribute';
import { DeclaredAttribute } from './declared-attribute.entity';

export const attributesResolvers: Resolvers = {
  Query: {
    memberAttributes: (_root, _args, ctx) => {
      requirePermission(ctx, 'members.read');
      return ctx.db.getRepository(DeclaredAttribute).find({ order: { key: 'asc' } });
    },
    memberAttributeKeys: async (_root, _args, ctx) => {
      requirePermission(ctx, 'members.read');
      const rows: { key: string }[] = await ctx.db.query(
        'select distinct jsonb_object_keys(attributes) as key from member order by key',
      );
      return rows.map(({ key }) => key);
    },
  },
  Mutation: {
    declareMemberAttribute: (_root, { input }, ctx) => {
      requirePermission(ctx, 'programme.write');
      return declareAttribute(ctx, input);
    },
  },
  DeclaredAttribute: {
    name: ({ nameRu, nameKk, nameEn }, { language }) => ({ ru: nameRu, kk: nameKk, en: nameEn })[language] ?? nameEn,
  },
};
