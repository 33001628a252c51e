import { connectionOf, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf, sentencesOf } from '../definitions';
import { countPromotions, listPromotions, orderOf } from './promotion.queries';
import { templateKeysOf } from '../templates';
import { archivePromotion } from './archive-promotion';
import { deletePromotion } from './delete-promotion';
import { savePromotion } from './save-promotion';
import { setPromotionStatus } from './set-promotion-status';

export const promotionsResolvers: Resolvers = {
  Query: {
    promotions: async (_, args, ctx) => {
      requirePermission(ctx, 'promotions.read');
      const size = pageSize(args.first);
      const filter = {
        status: args.status ?? null,
        search: args.search ?? null,
        templateKeys: args.family == null ? null : templateKeysOf(args.family),
        archived: args.archived ?? false,
        awaitsApproval: args.awaitsApproval ?? false,
      };
      const order = orderOf(args.sort);
      const rows = await listPromotions(ctx.db, filter, order, { after: order.readCursor(args.after), size });
      return { ...connectionOf(rows, size, args.after, order.keysOf), filter };
    },
    promotion: (_, { id }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return ctx.loaders.promotions.load(id);
    },
  },
  Mutation: {
    savePromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return savePromotion(ctx, input);
    },
    setPromotionStatus: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return setPromotionStatus(ctx, input);
    },
    archivePromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return archivePromotion(ctx, input);
    },
    deletePromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return deletePromotion(ctx, input);
    },
  },
  PromotionConnection: {
    totalCount: ({ filter }, _, ctx) => countPromotions(ctx.db, filter),
  },
  Promotion: {
    __resolveReference: ({ id }, ctx) => ctx.loaders.promotions.load(id),
    summary: ({ definition }, { language }) => sentencesOf(definition, languageOf(language)).join(' '),
    parent: ({ parentId }, _, ctx) => (parentId === null ? null : ctx.loaders.promotions.load(parentId)),
  },
};
