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
