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
  DeclaredAttribute: { name: nameIn },
  NamedAttributeValue: { name: nameIn },
};

interface Named {
  readonly nameRu: string;
  readonly nameKk: string;
  readonly nameEn: string;
}

function nameIn({ nameRu, nameKk, nameEn }: Named, { language }: { language: string }): string {
  return language === 'ru' ? nameRu : language === 'kk' ? nameKk : nameEn;
}
