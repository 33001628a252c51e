import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import type { Promotion } from './promotion.entity';
import { languageOf, sentencesOf } from '../definitions';
import { countPromotions, listPromotions, listVersions } from './promotion.queries';
import { findApproval, lacksApproval } from '../approvals';
import { decideApproval, requestApproval } from './approve-promotion';
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
        awaitsApproval: args.awaitsApproval ?? false,
      };
      const rows = await listPromotions(ctx.db, filter, readCursor(args.after), size);
      return { ...connectionOf(rows, size, args.after, keysOf), filter };
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
    deletePromotion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return deletePromotion(ctx, input);
    },
    requestPromotionApproval: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return requestApproval(ctx, input);
    },
    decidePromotionApproval: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.approve');
      return decideApproval(ctx, input);
    },
  },
  PromotionConnection: {
    totalCount: ({ filter }, _, ctx) => countPromotions(ctx.db, filter),
  },
  Promotion: {
    __resolveReference: ({ id }, ctx) => ctx.loaders.promotions.load(id),
    summary: ({ definition }, { language }) => sentencesOf(definition, languageOf(language)).join(' '),
    approval: (promotion, _, ctx) => findApproval(ctx.db, promotion),
    approvalNeeded: (promotion, _, ctx) => lacksApproval(ctx.db, promotion),
    parent: ({ parentId }, _, ctx) => (parentId === null ? null : ctx.loaders.promotions.load(parentId)),
    versions: async ({ id }, args, ctx) => {
      const size = pageSize(args.first);
      const rows = await listVersions(ctx.db, id, readVersionCursor(args.after), size);
      return connectionOf(rows, size, args.after, ({ version }) => [version]);
    },
  },
  PromotionVersion: {
    summary: ({ definition }, { language }) => sentencesOf(definition, languageOf(language)).join(' '),
  },
};

const keysOf = (promotion: Promotion): string[] => [promotion.updatedAt.toISOString(), promotion.id];

function readCursor(after: string | null | undefined): { updatedAt: Date; id: string } | null {
  const keys = decodeCursor(after, 2);
  if (keys === null) return null;
  const updatedAt = new Date(keys[0] ?? '');
  if (Number.isNaN(updatedAt.getTime())) throw badInput('after is not a cursor of this list.');
  return { updatedAt, id: String(keys[1]) };
}

function readVersionCursor(after: string | null | undefined): number | null {
  const keys = decodeCursor(after, 1);
  if (keys === null) return null;
  if (!Number.isSafeInteger(keys[0])) throw badInput('after is not a cursor of this list.');
  return Number(keys[0]);
}
